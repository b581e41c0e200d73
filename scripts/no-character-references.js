/** Replaces the package `decode-named-character-reference`. */
export const decodeNamedCharacterReference = () => false;
