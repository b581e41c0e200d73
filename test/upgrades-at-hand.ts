/**
 * Before every test file: sets the upgrade steps that pages use, so that an older or new database can be
 * opened.
 */
import { setUpgrade } from "../src/data/db/database.ts";
import { UPGRADES } from "../src/data/db/upgrades/upgrades.ts";

setUpgrade(UPGRADES);
