/** The file of a thread, beside the module that starts it: unbuilt (.ts) or built (.js), as that module is. */
export const workerFile = (name: string, beside: string): URL =>
  new URL(`./${name}.worker.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside)
