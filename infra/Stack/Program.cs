using Infra.Stack;
using Pulumi;

return await Deployment.RunAsync<StackProgram>().ConfigureAwait(false);
