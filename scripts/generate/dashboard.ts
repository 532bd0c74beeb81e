import { format } from 'prettier';

import { requests, rows } from './dashboard-panels.js';
import type { Panel } from './panel.js';

const datasource = { type: 'prometheus', uid: '${datasource}' };
const columns = 24;
const panelWidth = 8;
const panelHeight = 8;

/** The dashboard that Grafana provisions, as its JSON. */
export function dashboard(): Promise<string> {
  const model = {
    uid: 'waymark-overview',
    title: 'Waymark',
    description: 'Whether people are served, whether facts travel, what is learned.',
    tags: ['waymark'],
    schemaVersion: 41,
    version: 1,
    editable: false,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    timezone: 'utc',
    templating: { list: variables() },
    panels: panels(),
  };
  return format(JSON.stringify(model), { parser: 'json', printWidth: 120 });
}

function variables(): object[] {
  return [
    { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
    {
      name: 'service',
      label: 'Service',
      type: 'query',
      datasource,
      query: { query: `label_values(${requests}_count, service)`, refId: 'service' },
      refresh: 2,
      multi: true,
      includeAll: true,
      allValue: '.*',
      current: { text: 'All', value: '$__all' },
    },
  ];
}

function panels(): object[] {
  const placed: object[] = [];
  let y = 0;
  for (const row of rows) {
    placed.push({ id: placed.length + 1, type: 'row', title: row.title, gridPos: { x: 0, y, w: columns, h: 1 } });
    y += 1;
    for (const [index, panel] of row.panels.entries()) {
      const x = (index * panelWidth) % columns;
      if (index > 0 && x === 0) y += panelHeight;
      placed.push(timeSeries(panel, placed.length + 1, { x, y, w: panelWidth, h: panelHeight }));
    }
    y += panelHeight;
  }
  return placed;
}

function timeSeries({ title, description, unit, queries }: Panel, id: number, gridPos: object): object {
  return {
    id,
    type: 'timeseries',
    title,
    description,
    datasource,
    gridPos,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCodePoint(65 + index),
      datasource,
      expr,
      legendFormat: legend,
    })),
  };
}
