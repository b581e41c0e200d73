/** The pictures of the documentation are taken by the tests, so that they show the built extension. */
import { fileURLToPath } from "node:url";

/** Whether they are taken. By default they are not, so that a test run changes no file of the project. */
export const takesPictures = Boolean(process.env.GALLEY_PICTURES);

export const PICTURES_FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
