/** What rounding of advantages to ten digits may do to a return. */
export const ROUNDING = 1e-7;
