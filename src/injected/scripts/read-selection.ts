/** Runs in a page or a frame. Its result is the selection as markdown. */
import { readSelection } from "../read-selection.ts";

export default readSelection(document);
