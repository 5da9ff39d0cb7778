import { Button, Descriptions, Modal, Table, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const ROWS = [
  {
    key: 1,
    to: '+55 11 5550 4821',
    status: 'failed',
    code: 131047,
    cost: '₹ 190',
  },
  {
    key: 2,
    to: '+91 22 5550 0077',
    status: 'failed',
    code: 131049,
    cost: '₹ 470',
  },
  {
    key: 3,
    to: '+62 21 5550 9130',
    status: 'delivered',
    code: null,
    cost: '₹ 100',
  },
];

function Page() {
  const [open, setOpen] = useState(false);

  return (
    <>
      <Table
        pagination={false}
        dataSource={ROWS}
        columns={[
          { title: 'To', dataIndex: 'to' },
          {
            title: 'Status',
            dataIndex: 'status',
            render: (status: string) => <Tag>{status}</Tag>,
          },
          {
            title: 'Error code',
            dataIndex: 'code',
            render: (code: number | null) =>
              code && <Tag color="red">{code}</Tag>,
          },
          { title: 'Cost', dataIndex: 'cost' },
        ]}
      />
      <Descriptions
        title="Message"
        items={[
          { key: 'to', label: 'To', children: '+49 30 5550 5512' },
          { key: 'code', label: 'Error code', children: '131026' },
          { key: 'cost', label: 'Cost', children: '₹ 131' },
        ]}
      />
      <Tooltip title="(#131051) Unsupported message type">
        <Button id="tip">Why?</Button>
      </Tooltip>
      <Button id="open" onClick={() => setOpen(true)}>
        Details
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title="Template"
      >
        <p>
          Error 132001: the template name does not exist in the translation.
        </p>
      </Modal>
    </>
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
