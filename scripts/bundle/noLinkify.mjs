/**
 * Stands in for `linkify-it` in the bundles: markdown-it makes one at every start, but only asks it when its `linkify`
 * option is on, which it never is here. Leaving it out keeps the bundles small.
 */
export class LinkifyIt {}
