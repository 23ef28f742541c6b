/** The member states of the EU by ISO 3166 code; Greece also as EL, which its VAT numbers begin with. */
const EU =
  'AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Whether a country (two letters, upper case) is a member state of the EU. */
export function isInEu(countryCode: string): boolean {
  return EU.includes(countryCode);
}
