/**
 * Lets a page live on in which somebody else has moved nodes. A browser that translates puts each text into elements of its own; React, which goes on to
 * name the text by the parent that it gave it, would take the whole page away.
 */
export function liveWithForeignNodes(): void {
  const own = Node.prototype;
  const { removeChild, insertBefore } = Object.getOwnPropertyDescriptors(own);
  const remove = removeChild.value as (child: Node) => Node;
  const insert = insertBefore.value as (node: Node, before: Node | null) => Node;
  own.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) remove.call(this, child);
    return child;
  };
  own.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    insert.call(this, node, before?.parentNode === this ? before : null);
    return node;
  };
}
