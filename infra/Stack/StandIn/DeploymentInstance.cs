namespace Pulumi;

/// <summary>The deployment that is running.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment deployment;

    internal DeploymentInstance(Deployment deployment) => this.deployment = deployment;

    public string StackName => deployment.Options.StackName ?? "stack";

    public string ProjectName => deployment.Options.ProjectName ?? "project";

    public string RootDirectory =>
        deployment.Options.RootDirectory ?? throw new InvalidOperationException("The root directory is not known.");

    public bool IsDryRun => deployment.Options.IsPreview ?? true;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Output.Create(deployment.CallAsync<T>(token));
}
