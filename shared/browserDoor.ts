import type { Door } from "./door.ts";

/** A page without a door around it, as in the browser, and every page until it has asked. Apart from the schema, which the page does not load. */
export const browserDoor: Door = { kind: "browser", block: "off", aside: false, tray: null, loginStart: "impossible", pdf: false, shutDown: false };
