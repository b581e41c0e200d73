/** The longest label of a reference, in characters (CommonMark 0.31, section 6.3). */
const MAX_LABEL_LENGTH = 999;

/**
 * The source of a regular expression for a reference definition, from its bracket to the end of its address
 * (CommonMark 0.31, section 4.7). Its groups are the label, an address within `<>`, and any other address.
 * Quote marks may precede the address on the next line.
 */
export const DEFINITION = String.raw`\[((?:[^[\]\\]|\\[^]){1,${MAX_LABEL_LENGTH}})\]:[ \t]*(?:\n[ \t>]*)?(?:<([^<>\n]*)>|([^\s<]\S*))`;
