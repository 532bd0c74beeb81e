/** One line of a panel: what is asked of Prometheus, and how its answer is called in the legend. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

export interface Panel {
  readonly title: string;
  readonly description: string;
  readonly unit: 'reqps' | 'percentunit' | 's' | 'short' | 'ops' | 'bytes';
  readonly queries: readonly Query[];
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}
