export function CostEditor() {
  return null;
}
