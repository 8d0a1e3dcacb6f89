import { lazyPart } from '../part.tsx';
import { FigureButton } from './figure-button.tsx';
import type { TableFormProps } from './table-form.tsx';

const TableForm = lazyPart(() => import('./table-form.tsx'), 'TableForm');

/** A button that saves a table. */
export function TableButton(props: TableFormProps) {
  return (
    <FigureButton title={props.title}>
      <TableForm {...props} />
    </FigureButton>
  );
}
