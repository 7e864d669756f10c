/** How a line on the page's console begins that belongs into the log of the app. */
export const pageFailure = "preflight page: ";
