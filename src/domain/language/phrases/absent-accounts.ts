import { phrase } from '../grammar/phrase.ts'
import type { Absent } from './absent.ts'

/** Words about companies and the people there, for workspaces that hold neither. */
export const ABSENT_ACCOUNTS: Absent = {
  name: 'companies and the people who work there',
  says: 'This workspace holds no companies, and nobody who works at one.',
  words: phrase(
    'icp|icps|persona|personas',
    'ideal customer profile|profiles?',
    'company|companies|accounts|firm|firms|startups|startup|businesses|organisations|organizations|enterprises|smb|smbs',
    'b2b',
    'headcount|employees|staff up|growth?',
    'industry|saas|fintech',
    'tech stack',
    'funding|funded|series a|b|c|d|stage|round?',
    'hiring',
    'director|directors|manager|managers|vp|vps|cmo|cto|ceo|cfo|coo|ciso|head|heads of?',
    'vice president|presidents',
    'c level|suite',
    'leads|prospects|decision makers|founders|founder|executives|execs|engineers|developers',
    'seniority|job title|titles',
    'in role|position|job for?',
    'in|at their job|role',
    'closed won|lost',
    'fast growers',
  ),
}
