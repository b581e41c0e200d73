/** Stands for the package `decode-named-character-reference`. */
export const decodeNamedCharacterReference = () => false;
