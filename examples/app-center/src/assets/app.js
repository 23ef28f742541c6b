// The app works without this file. With it, a running job shows how far it is, and a page of items can be chosen at once.

const job = document.querySelector('[data-job]');
if (job) {
  const look = async () => {
    const answer = await fetch(job.dataset.job, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (answer === undefined) return setTimeout(look, 2000);
    if (answer.status !== 200) return location.reload();
    const now = await answer.text();
    // The text is replaced only when it changed, so that a screen reader says it once.
    if (now !== job.innerHTML) job.innerHTML = now;
    return setTimeout(look, 500);
  };
  setTimeout(look, 300);
}

const chooseAll = document.querySelector('[data-choose-all]');
if (chooseAll) {
  const items = () => document.querySelectorAll('input[name="pick"]');
  const all = chooseAll.querySelector('input');
  const follow = () => { all.checked = [...items()].every((item) => item.checked); };
  chooseAll.hidden = false;
  follow();
  all.addEventListener('change', () => { for (const item of items()) item.checked = all.checked; });
  for (const item of items()) item.addEventListener('change', follow);
}
