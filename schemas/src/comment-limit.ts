/** COMMENT_LIMIT is the most characters (UTF-16 units) of a comment: enough for what happened, too few for a case. Alone here, for the page that asks no parser for it. */
export const COMMENT_LIMIT = 280;
