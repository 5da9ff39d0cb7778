import {
  AllCommunityModule,
  createGrid,
  ModuleRegistry,
} from 'ag-grid-community';

const CODES = ['131047', '131026', '131049', '131000', '130472', '132001'];

ModuleRegistry.registerModules([AllCommunityModule]);

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  createGrid(root, {
    columnDefs: [
      { field: 'id', headerName: 'Message id', width: 180 },
      { field: 'to', headerName: 'To', width: 160 },
      { field: 'sent', headerName: 'Messages', width: 120 },
      { field: 'cost', headerName: 'Cost', width: 120 },
      { field: 'code', headerName: 'Error code', width: 140 },
    ],
    rowData: Array.from({ length: 2_000 }, (_, row) => ({
      id: `wamid.HBgM${(row * 7919).toString(36)}`,
      to: `+55 11 5550 ${String(row).padStart(4, '0')}`,
      sent: 1000 + row,
      cost: `₹ ${100 + (row % 400)}`,
      code: row % 3 === 0 ? CODES[(row / 3) % CODES.length] : '',
    })),
  });
}
