import fc from 'fast-check'

// Every property asks the same random cases in every run; what fails prints its seed.
fc.configureGlobal({ seed: Number(process.env['FC_SEED']) })
