/** Runs in a page or a frame; its result is the selection in markdown. */
import { readSelection } from "../read-selection.ts";

export default readSelection(document);
