/** What stands before a link in an address: `/#e=1.<data>`. */
export const LINK_MARK = "#e=";
