export function withToyMethod(name: string): { readonly copy: string; readonly remove: () => void };
