// The app works without this file. With it, a running job shows how far it is, and a page of items can be chosen at once.

const job = /** @type {HTMLElement | null} */ (document.querySelector('[data-job]'));
if (job) {
  const look = async () => {
    const answer = await fetch(job.dataset['job'] ?? '').catch(() => undefined);
    if (answer && answer.status !== 200) {
      location.reload();
      return;
    }
    const now = await answer?.text();
    // The text is replaced only when it changed, so that a screen reader says it once.
    if (now !== undefined && now !== job.innerHTML) job.innerHTML = now;
    setTimeout(() => void look(), answer ? 500 : 2000);
  };
  setTimeout(() => void look(), 300);
}

const chooseAll = /** @type {HTMLElement | null} */ (document.querySelector('[data-choose-all]'));
if (chooseAll) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const items = document.querySelectorAll('input[name="pick"]');
  const all = /** @type {HTMLInputElement} */ (chooseAll.querySelector('input'));
  const follow = () => {
    all.checked = [...items].every((item) => item.checked);
  };
  chooseAll.hidden = false;
  follow();
  all.addEventListener('change', () => {
    for (const item of items) item.checked = all.checked;
  });
  for (const item of items) item.addEventListener('change', follow);
}
