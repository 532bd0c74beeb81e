import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { AnalysedQuestion, ItemAnalysis, ItemAnalysisFilter } from '#libs/api-client';

import { csvFile, fileName, saveFile } from '../../shared/download.js';
import type { AnalysisSearch } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { SelectField } from '../../shared/ui/field.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../../shared/ui/states.js';
import { sorted } from './order.js';
import { AnalysedCard } from './question-row.js';
import { QuizFigures } from './quiz-figures.js';
import './analysis.css';

const choices = [
  { value: 'first', label: 'The first of each learner' },
  { value: 'best', label: 'The best of each learner' },
  { value: 'latest', label: 'The latest of each learner' },
  { value: 'all', label: 'All' },
] as const;

const sorts = [
  { value: 'position', label: 'Place in the quiz' },
  { value: 'flags', label: 'What looks wrong first' },
  { value: 'facility', label: 'Hardest first' },
  { value: 'discrimination', label: 'Least telling first' },
  { value: 'challenges', label: 'Most challenged first' },
] as const;

interface AnalysisProps {
  sectionId: string;
  search: AnalysisSearch;
  onSearch: (search: AnalysisSearch) => void;
  /** Number of the newest publication; null where it is not known. */
  publications: number | null;
  renderLinks?: (question: AnalysedQuestion) => ReactNode;
}

function Choices({ search, onSearch, publications }: Omit<AnalysisProps, 'sectionId' | 'renderLinks'>) {
  const all = '0';
  const numbers = Array.from({ length: publications ?? search.publication ?? 0 }, (_, index) => index + 1).toReversed();
  return (
    <div className="analysis-choices">
      <SelectField
        label="Attempts"
        value={search.attempts ?? 'first'}
        options={choices}
        onChange={(value) => {
          const attempts = choices.find((one) => one.value === value)?.value;
          onSearch({ ...search, attempts: attempts === 'first' ? undefined : attempts });
        }}
      />
      {numbers.length === 0 ? null : (
        <SelectField
          label="Publication"
          value={String(search.publication ?? all)}
          options={[
            { value: all, label: 'All publications' },
            ...numbers.map((number) => ({ value: String(number), label: `Publication ${number}` })),
          ]}
          onChange={(value) => onSearch({ ...search, publication: value === all ? undefined : Number(value) })}
        />
      )}
      <SelectField
        label="Order"
        value={search.sort ?? 'position'}
        options={sorts}
        onChange={(value) => {
          const sort = sorts.find((one) => one.value === value)?.value;
          onSearch({ ...search, sort: sort === 'position' ? undefined : sort });
        }}
      />
    </div>
  );
}

function CsvButton({ sectionId, filter, title }: { sectionId: string; filter: ItemAnalysisFilter; title: string }) {
  const download = useMutation({
    mutationFn: async () =>
      saveFile(csvFile(await api.quiz.itemAnalysisCsv(sectionId, filter)), `${fileName(title)}-analysis.csv`),
  });
  return (
    <>
      {download.isError ? <ErrorNote error={download.error} /> : null}
      <div>
        <button type="button" className="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {download.isPending ? 'Preparing' : 'Download CSV'}
        </button>
      </div>
    </>
  );
}

function Questions({
  analysis,
  sort,
  renderLinks,
}: { analysis: ItemAnalysis } & Pick<AnalysisProps, 'renderLinks'> & Pick<AnalysisSearch, 'sort'>) {
  return (
    <section className="stack" aria-labelledby="analysed">
      <h2 id="analysed">{counted(analysis.questions.length, 'question')}</h2>
      <ul className="plain-list stack" aria-label="Questions, analysed">
        {sorted(analysis.questions, sort).map((question) => (
          <AnalysedCard
            key={`${question.questionId}${question.version}`}
            question={question}
            links={renderLinks?.(question)}
          />
        ))}
      </ul>
    </section>
  );
}

/** How the questions of a section did, and the quiz as a whole. */
export function SectionAnalysis({ sectionId, search, onSearch, publications, renderLinks }: AnalysisProps) {
  const { attempts, publication, sort } = search;
  const filter = { attempts, publication };
  const analysis = useQuery({
    queryKey: ['item-analysis', sectionId, filter],
    queryFn: () => api.quiz.itemAnalysis(sectionId, filter),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="stack">
      <Choices search={search} onSearch={onSearch} publications={publications} />
      <QueryView query={analysis} skeleton={<Skeleton kind="card" rows={3} />}>
        {(data) =>
          data.quiz.attempts === 0 && data.questions.length === 0 ? (
            <Empty title="No graded attempts yet">
              <p>When learners have handed in, the figures of the quiz and of each question stand here.</p>
            </Empty>
          ) : (
            <>
              <QuizFigures quiz={data.quiz} />
              <CsvButton sectionId={sectionId} filter={filter} title={data.title} />
              <Questions analysis={data} sort={sort} renderLinks={renderLinks} />
            </>
          )
        }
      </QueryView>
    </div>
  );
}
