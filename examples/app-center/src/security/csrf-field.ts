/** The name of the field that every form carries. */
export const csrfField = 'csrf';
