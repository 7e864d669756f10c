/** How the helpdesk approves: by a signed approval, or by a short code that is read out over the phone. */
export const approvalByHelpdesk = ["signed", "code"] as const;
export type HelpdeskWay = (typeof approvalByHelpdesk)[number];

/** Who may accept an exception: the employee alone, or the helpdesk in one of its ways. */
export const approvalWays = ["employee", ...approvalByHelpdesk] as const;
