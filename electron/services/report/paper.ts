/** How the page is put on paper: A4, margins in inches; the lowest holds the page's number. The page's own style counts on this width. */
export const paper = { pageSize: "A4", margins: { top: 0.5, bottom: 0.7, left: 0.5, right: 0.5 } } as const;
