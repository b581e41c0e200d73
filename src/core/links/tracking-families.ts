/** How names of tracking parameters begin, by family, whoever invents the next member. */
export const FAMILIES = ["utm_", "itm_", "mtm_", "pk_", "piwik_", "hsa_"];
