import type { Policy } from '#libs/api-client';

type Phases = NonNullable<Policy['reviewPhases']>;
type Phase = Phases['during'];

const phases = [
  { name: 'during', label: 'In practice, at once' },
  { name: 'afterSubmit', label: 'After handing in' },
  { name: 'afterPass', label: 'Once passed' },
  { name: 'afterClose', label: 'After closing' },
] as const;

const shown = [
  { name: 'score', label: 'Score' },
  { name: 'correctness', label: 'Right or wrong' },
  { name: 'key', label: 'Right answer' },
  { name: 'feedback', label: 'Feedback' },
] as const;

const all: Phase = { score: true, correctness: true, key: true, feedback: true };
const usual: Phases = { during: { ...all, key: false }, afterSubmit: all, afterPass: all, afterClose: all };

interface PhaseTableProps {
  phases: Phases | undefined;
  onChange: (phases: Phases | 'none') => void;
}

/** What learners see of a graded question, moment by moment. */
export function PhaseTable({ phases: given, onChange }: PhaseTableProps) {
  const set = (phase: keyof Phases, what: keyof Phase, is: boolean) => {
    const before = given ?? usual;
    onChange({ ...before, [phase]: { ...before[phase], [what]: is } });
  };
  return (
    <div className="stack">
      <label className="check">
        <input
          type="checkbox"
          checked={given !== undefined}
          onChange={(event) => onChange(event.target.checked ? usual : 'none')}
        />
        Say it moment by moment
      </label>
      {given === undefined ? null : (
        <div className="table-scroll" role="region" aria-label="What learners see when" tabIndex={0}>
          <table className="table phase-table">
            <thead>
              <tr>
                <th scope="col">When</th>
                {shown.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {phases.map((phase) => (
                <tr key={phase.name}>
                  <th scope="row">{phase.label}</th>
                  {shown.map((what) => (
                    <td key={what.name}>
                      <div className="check">
                        <input
                          type="checkbox"
                          aria-label={`${phase.label}: ${what.label}`}
                          checked={given[phase.name][what.name]}
                          onChange={(event) => set(phase.name, what.name, event.target.checked)}
                        />
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
