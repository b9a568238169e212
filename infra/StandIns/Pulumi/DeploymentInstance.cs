namespace Pulumi;

/// <summary>The current deployment.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    public string StackName => _deployment.Options.StackName ?? "stack";

    public string ProjectName => _deployment.Options.ProjectName ?? "project";

    public string RootDirectory =>
        _deployment.Options.RootDirectory ?? throw new InvalidOperationException("The root directory is not known.");

    public bool IsDryRun => _deployment.Options.IsPreview ?? true;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Output.Create(_deployment.CallAsync<T>(token));
}
