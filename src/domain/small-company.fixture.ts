const COUNTRIES = ['CA', 'FR', 'US']
const NAMES = ['Anna', 'Boris', 'Chloé', 'Dmitri']

/** As files to import. 40 customers: 1–30 ordered, number n on the n days before 20 November 2025; 31–40 never did. */
export const SMALL_COMPANY = {
  'customers.csv': [
    'id,email,first_name,last_name,country,city,accepts_email,created_at',
    ...Array.from({ length: 40 }, (_, i) => {
      const n = i + 1
      const name = NAMES[n % 4] ?? ''
      const country = COUNTRIES[n % 3] ?? ''
      return `C${n},${name.toLowerCase()}.${n}@example.com,${name},Number${n},${country},${n % 4 === 0 ? 'Ottawa' : ''},${n % 2 === 0},2024-01-0${(n % 9) + 1}`
    }),
  ],
  'orders.csv': [
    'id,customer_id,ordered_at,status,total,currency',
    ...Array.from({ length: 30 }, (_, i) => {
      const n = i + 1
      return `O${n},C${n},${new Date(Date.UTC(2025, 10, 20 - n)).toISOString().slice(0, 10)},paid,${n * 10},USD`
    }),
  ],
  'companies.csv': [
    'id,name,domain,industry,employees,country,tech_stack,funding_stage,headcount_growth,hiring_velocity,relationship',
    'B1,Alpha Labs,alpha.example,SaaS,120,DE,Snowflake|dbt,Series B,0.4,5,prospect',
    'B2,Beta Works,beta.example,Manufacturing,800,DE,SAP,Public,0.02,0,customer',
    'B3,Gamma Cloud,gamma.example,SaaS,40,NL,Snowflake|Databricks,Seed,0.3,2,closed_lost',
    'B4,Delta Shop,delta.example,E-commerce,60,US,,,,,prospect',
  ],
  'people.csv': [
    'id,company_id,email,first_name,last_name,title,seniority,function,country,years_in_role',
    'L1,B1,ana@alpha.example,Ana,Berg,VP Sales,VP,Sales,DE,0.5',
    'L2,B1,bo@alpha.example,Bo,Cole,CMO,C-suite,Marketing,DE,3',
    'L3,B2,cy@beta.example,Cy,Dahl,Security Director,Director,Security,DE,2',
    'L4,B3,,Di,Ek,Assistant to the VP Sales,IC,Administration,NL,1',
    'L5,,,Ed,Falk,Marketing Manager,Manager,Marketing,US,4',
  ],
  'signals.csv': [
    'id,type,topic,company_id,person_id,occurred_at,strength',
    'S1,funding,Series B,B1,,2025-09-01,0.9',
    'S2,hiring,SDR,B1,,2025-11-01,0.5',
    'S3,reply,interested,B1,L1,2025-11-10,',
  ],
}
