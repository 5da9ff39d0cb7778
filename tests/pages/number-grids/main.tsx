import {
  AllCommunityModule,
  createGrid,
  ModuleRegistry,
} from 'ag-grid-community';
import { Statistic, Table } from 'antd';
import { createRoot } from 'react-dom/client';

/** The last count equals a code. */
const ROWS = [
  { key: 1, to: '+55 11 5550 4821', code: 131_047, count: 412 },
  { key: 2, to: '+91 22 5550 0077', code: 131_026, count: 96 },
  { key: 3, to: '+62 21 5550 9130', code: 130_472, count: 131_056 },
];

const COLUMNS = { to: 'To', code: 'Error code', count: 'Messages' };

ModuleRegistry.registerModules([AllCommunityModule]);

const grid = document.querySelector<HTMLElement>('#grid');

if (grid) {
  createGrid<(typeof ROWS)[number]>(grid, {
    columnDefs: [
      { field: 'to', headerName: COLUMNS.to },
      {
        field: 'code',
        headerName: COLUMNS.code,
        valueFormatter: ({ value }) => value.toLocaleString('en-US'),
      },
      {
        field: 'count',
        headerName: COLUMNS.count,
        valueFormatter: ({ value }) => value.toLocaleString('en-US'),
      },
    ],
    rowData: ROWS,
  });
}

const renderNumber = (value: number) => <Statistic value={value} />;
const table = document.querySelector('#table');

if (table) {
  createRoot(table).render(
    <Table
      pagination={false}
      dataSource={ROWS}
      columns={[
        { title: COLUMNS.to, dataIndex: 'to' },
        { title: COLUMNS.code, dataIndex: 'code', render: renderNumber },
        { title: COLUMNS.count, dataIndex: 'count', render: renderNumber },
      ]}
    />,
  );
}
