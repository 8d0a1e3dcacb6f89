export function ScheduleEditor(_: { readonly column: number; readonly of: 'beta' | 'lambda' }) {
  return null;
}
