import { describe, expect, test } from 'vitest';
import { wordingFindings } from '$lib/ingest/fit/claim-wording';
import { groundOf } from './ground';

/** What is found in a claim, as rules and words. */
function found(passage: string, claim: string, more = {}): string[] {
	return wordingFindings(claim, groundOf(passage, more)).map(({ rule, words }) => `${rule} ${words}`);
}

describe('a claim that says what its passage says, in other words', () => {
	test.each([
		// numbers
		['The yard took on 23 million crowns of debt.', 'The yard took on debts of twenty-three million crowns.'],
		['Repairs cost over $40 million.', 'Repairs came to more than 40 million US dollars.'],
		['Roughly 1,200 dockers walked out.', 'About 1,200 dockers went on strike.'],
		['Two-thirds of the berths were empty.', 'Of the berths, two thirds were vacant.'],
		['The two tugs and both barges sank.', 'Both tugs sank, as did two barges.'],
		['A fifth of the cargo was lost.', 'Twenty per cent of the cargo was lost.'],
		['It lies 12 km off the cape.', 'It lies twelve kilometres off the cape.'],
		['The port was closed for a fortnight.', 'The port was shut for two weeks.'],
		['They waited a decade for the dock.', 'They waited ten years for the dock.'],
		['Nearly 300 people were taken off the ship.', 'Almost 300 people were taken off the ship.'],
		[
			'It was the mayor’s first visit, on the 21st anniversary.',
			'The mayor came for the first time, on the twenty-first anniversary.'
		],
		['Half a dozen cranes were sold.', 'Six cranes were sold.'],
		['It was almost his third visit.', 'It was his third visit.'],
		['About 20 ships left.', 'Some 20 ships left.'],
		['More than one ship left the port.', 'A ship left the port.'],
		['It took half a million passengers.', 'It took 500,000 passengers.'],
		['Sixty-six of the 99 deputies came.', 'Two thirds of the 99 deputies came.'],
		// dates
		['The lock opened on 3 May 2019.', 'The lock was opened in May 2019.'],
		['Between 2018 and 2019 traffic doubled.', 'From 2018 to 2019 traffic grew to double what it was.'],
		['The pilots have been on strike since early March.', 'Since early March the pilots have been on strike.'],
		// negation
		['The talks have been unsuccessful.', 'The talks have not succeeded.'],
		['No decision has been made.', 'Nothing has been decided.'],
		['The council rejected the plan.', 'The council turned the plan down.'],
		['The fight is not over.', 'The fight goes on.'],
		['The harbour master failed to answer.', 'The harbour master did not answer.'],
		['Ships can leave without clearance.', 'Ships need no clearance to leave.'],
		['The bridge is not closed.', 'The bridge is open.'],
		['It was too soon to say when the quay would reopen.', 'When the quay would reopen could not be said yet.'],
		// strength
		['The photographs suggest that the fleet left.', 'The fleet seems to have left, by the photographs.'],
		['The ferry may return in spring.', 'The ferry could come back in spring.'],
		['Most of the crew reportedly resigned.', 'The majority of the crew are said to have resigned.'],
		['It is the sole dry dock on the coast.', 'No other dry dock is on the coast.'],
		['The owners plan to sell the mill.', 'The owners intend to sell the mill.'],
		// names
		['Ruritanian officials met in Strelsau.', 'Officials of Ruritania met in Strelsau.'],
		['The United Nations sent a ship.', 'The UN sent a ship.'],
		['American and Turkish engineers came.', 'Engineers came from the US and from Turkey.'],
		// kinds that were taken for wrong once
		['Neither the ministry nor the bank replied.', 'The ministry and the bank did not reply.'],
		[
			'The treaty cannot take effect until all six ratify it.',
			'The treaty takes effect only once all six have ratified it.'
		],
		['She was the first woman to lead the union.', 'No woman had led the union before her.'],
		['Output in the first half of 2023 rose.', 'In the first six months of 2023 output rose.'],
		['The minister did not say when it would reopen.', 'When it would reopen was left unsaid by the minister.'],
		['The dam will be finished by 2026.', 'The dam is to be completed by 2026.'],
		['The ministry’s lack of engagement was noted.', 'That the ministry was disengaged was noted.'],
		['One in four pupils drops out.', 'A quarter of pupils drop out.'],
		[
			'It earned 9 million in 2024, and 8 million a year earlier.',
			'It earned 9 million in 2024 and 8 million in 2023.'
		],
		['Talks on a base in the bay have been unsuccessful.', 'In the bay, talks on a base have not succeeded.'],
		['Her only potential heir is Adah Quille.', 'Adah Quille is the only potential heir that she has.'],
		// quotations
		['She called it a “slow, sad goodbye,” and left.', 'She called it a “slow, sad goodbye”.']
	])('%s ↔ %s', (passage, claim) => {
		expect(found(passage, claim)).toEqual([]);
	});
});

describe('a claim that says something else', () => {
	test.each([
		['The yard owes 23 million crowns.', 'The yard owes 32 million crowns.', 'claim-number 32 million'],
		['The yard owes 23 million crowns.', 'The yard owes 23 billion crowns.', 'claim-number 23 billion'],
		['Repairs cost over $40 million.', 'Repairs cost $40 million.', 'claim-number 40 million'],
		['Repairs cost over $40 million.', 'Repairs cost under $40 million.', 'claim-number 40 million'],
		['Repairs cost $40 million.', 'Repairs cost 40 million euros.', 'claim-number 40 million'],
		['Two tugs and five barges sank.', 'Five tugs and two barges sank.', 'claim-number Five'],
		['Three tugs sank.', 'Both tugs sank.', 'claim-number Both'],
		['It was his second visit.', 'It was his third visit.', 'claim-number third'],
		['The yard has debts.', 'The yard owes 32 million euros.', 'claim-number 32 million'],
		['The yard is on an island.', 'The yard is 12 km off the coast.', 'claim-number 12'],
		['A third of the crew left.', 'A third of the crew left, half of them at once.', 'claim-number half'],
		['Seven of the 99 deputies came.', 'Two thirds of the 99 deputies came.', 'claim-number Two thirds'],
		['A quarter of the fleet sailed.', 'Three-quarters of the fleet sailed.', 'claim-number Three-quarters'],
		['Dozens were hurt.', 'Hundreds were hurt.', 'claim-number Hundreds'],
		['The lock opened on 3 May 2019.', 'The lock opened on 4 May 2019.', 'claim-date 4 May 2019'],
		['The lock opened in May 2019.', 'The lock opened in May 2018.', 'claim-date May 2018'],
		['The talks began in January.', 'The talks began in June.', 'claim-date June'],
		['She spoke on Thursday.', 'She spoke on Tuesday.', 'claim-date Tuesday'],
		['The ship came last month.', 'The ship came last week.', 'claim-date last week'],
		['He has been away since 2016.', 'He was away until 2016.', 'claim-date 2016'],
		['It was settled months later.', 'It was settled weeks later.', 'claim-date weeks'],
		['Quill met the mayor of Uppermoor.', 'Quill met the mayor of Nethermoor.', 'claim-name Nethermoor'],
		['Quill met the mayor.', 'Brinemouth met the mayor.', 'claim-name Brinemouth'],
		['Norwegian trawlers left.', 'Swedish trawlers left.', 'claim-name Swedish'],
		['The council approved the plan.', 'The council has not approved the plan.', 'claim-negation not approved'],
		['The council has not approved the plan.', 'The council has approved the plan.', 'claim-negation not approved'],
		['The council rejected the plan.', 'The council accepted the plan.', 'claim-negation rejected'],
		['The council accepted the plan.', 'The council rejected the plan.', 'claim-negation rejected'],
		['The crew was happy with the offer.', 'The crew was unhappy with the offer.', 'claim-negation unhappy'],
		['The pilots never agreed.', 'The pilots agreed.', 'claim-negation never agreed'],
		['They sailed without a pilot.', 'They sailed with a pilot.', 'claim-negation without a pilot'],
		['The northern pier is full.', 'The southern pier is full.', 'claim-negation southern'],
		[
			'The photographs suggest that the fleet left.',
			'The photographs prove that the fleet left.',
			'claim-strength prove'
		],
		['The ferry may return.', 'The ferry returns.', 'claim-strength may'],
		['The ferry reportedly sank.', 'The ferry sank.', 'claim-strength reportedly'],
		['Most ships left.', 'All ships left.', 'claim-strength All'],
		['It is a dry dock.', 'It is the only dry dock.', 'claim-strength only'],
		['The owners plan to sell the mill.', 'The owners have sold the mill.', 'claim-strength plan'],
		['She believes it has a future.', 'She believes in a future for it.', 'claim-strength believe in'],
		['Velora beat Carmont in the final.', 'Carmont beat Velora in the final.', 'claim-name Carmont beat Velora'],
		['Velora sold the yard to Carmont.', 'Velora bought the yard from Carmont.', 'claim-name Velora bought Carmont'],
		['The Velorans will stop, the mayor of Brenna said.', 'The mayor of Lodzia said so.', 'claim-name Lodzia'],
		['Quille said that Carmont had lost.', 'Carmont said that it had lost.', 'claim-name Carmont'],
		['The strike ended, said Quille. Carmont left.', 'The strike ended, Carmont said.', 'claim-name Carmont'],
		['The strike ended, said Quille, and Carmont left.', 'The strike ended, Carmont said.', 'claim-name Carmont'],
		['The farmers ended it after the vote.', 'The farmers ended it before the vote.', 'claim-date before'],
		['The court declined to hear the appeal.', 'The court agreed to hear the appeal.', 'claim-strength agree to'],
		['He is unlikely to run.', 'He is likely to run.', 'claim-negation unlikely'],
		['The talks have been unsuccessful.', 'The talks have succeeded.', 'claim-negation unsuccessful'],
		['She called it a sad goodbye.', 'She called it a “slow goodbye”.', 'claim-quotation-exact slow goodbye']
	])('%s ↛ %s', (passage, claim, finding) => {
		expect(found(passage, claim)).toContain(finding);
	});
});

describe('what a claim may know besides its passage', () => {
	test('is a name that the document gives for words of the passage', () => {
		const passage = 'He left the city that night.';
		expect(found(passage, 'Adah Quille left the city that night.')).toEqual(['claim-name Adah Quille']);
		expect(found(passage, 'Adah Quille left the city that night.', { context: ['Adah Quille is the mayor.'] })).toEqual(
			[]
		);
	});

	test('is a name of its features and of the agents of its chain', () => {
		const more = { names: ['Northern Quay', 'Harbour Office'] };
		expect(found('Two ferries left it.', 'Two ferries left the Northern Quay, the Harbour Office said.', more)).toEqual(
			[]
		);
	});

	test('is another spelling of whom the passage names', () => {
		const more = { known: [['Ada Quill', 'Adah Quille']] };
		expect(found('Quille resigned.', 'Ada Quill resigned.', more)).toEqual([]);
	});

	test('is the day that a weekday was, by the date of the claim', () => {
		const more = { spoken: '2024-12-12', days: [{ from: '2024-12-12', to: '2024-12-12' }] };
		expect(found('She spoke on Thursday.', 'She spoke on 12 December 2024.', more)).toEqual([]);
		expect(found('She spoke on Thursday.', 'She spoke on 13 December 2024.', more)).toEqual([
			'claim-date 13 December 2024'
		]);
	});

	test('is the day that is counted to from the date of the claim, or the night before it', () => {
		const more = { spoken: '2024-12-12', days: [{ from: '2024-12-12', to: '2024-12-12' }] };
		const passage = 'The ship had left two days before.';
		expect(found(passage, 'The ship had left on 10 December 2024.', more)).toEqual([]);
		expect(found(passage, 'The ship had left on 9 December 2024.', more)).toEqual(['claim-date 9 December 2024']);
		expect(found('The ship left overnight.', 'The ship left on 11 December 2024.', more)).toEqual([]);
		expect(found('The ship left.', 'The ship left on 11 December 2024.', more)).toEqual([
			'claim-date 11 December 2024'
		]);
		const open = { ...more, days: [{ from: '2024-12-12', to: '2024-12-14' }] };
		expect(found(passage, 'The ship had left on 10 December 2024.', open)).not.toEqual([]);
	});

	test('is the year of speaking, told of a season', () => {
		const more = { spoken: '2024-12-12' };
		expect(found('Traffic fell in spring.', 'Traffic fell in the spring of 2024.', more)).toEqual([]);
		expect(found('Traffic fell in spring.', 'Traffic fell in the spring of 2023.', more)).toEqual(['claim-date 2023']);
	});

	test('is the month that was the last', () => {
		const more = { spoken: '2025-03-31' };
		expect(found('It came last month.', 'It came in February 2025.', more)).toEqual([]);
		expect(found('It came last month.', 'It came in January 2025.', more)).toEqual(['claim-date January 2025']);
	});

	test('is how many features it is about, and how many things a list has', () => {
		expect(found('The piers are closed.', 'Both piers are closed.', { features: 2 })).toEqual([]);
		expect(found('They sold tin, wool and salt.', 'They sold three goods.')).toEqual([]);
	});
});
