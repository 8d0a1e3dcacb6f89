/**
 * While a sign, as β, is pointed at, touched or focused, `data-lit` of the root names it, and the style sheet lights up the same sign wherever
 * else it stands: in a text, at a slider, in a formula, in a picture.
 */
export function lightSymbols(root: HTMLElement): void {
  const light = ({ target }: Event): void => {
    const symbol =
      target instanceof Element ? target.closest<HTMLElement>('[data-symbol]')?.dataset['symbol'] : undefined;
    if (symbol === undefined) delete root.dataset['lit'];
    else root.dataset['lit'] = symbol;
  };
  root.addEventListener('pointerover', light);
  root.addEventListener('focusin', light);
  for (const end of ['pointerleave', 'focusout']) root.addEventListener(end, () => delete root.dataset['lit']);
}
