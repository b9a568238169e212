namespace Infra.Tests.Support;

/// <summary>A small project in a git repository, with releases made by the console.</summary>
internal sealed class MovingProject : IDisposable
{
    public MovingProject() => Files.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");

    public TemporaryRepository Files { get; } = new();

    /// <summary>Writes <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    public MovingProject Stack(string stack, string text)
    {
        Files.Write($"Pulumi.{stack}.yaml", text);
        return this;
    }

    public string Stack(string stack) => Files.Read($"Pulumi.{stack}.yaml");

    /// <summary>Makes that many releases of a prompt that does not exist yet.</summary>
    public async Task<MovingProject> Released(string name, int releases)
    {
        Draft(name, releases: 0);
        for (var i = 1; i <= releases; i++)
        {
            Draft(name, i);
            var run = await Run("release", name);
            if (run.Exit != 0)
            {
                throw new InvalidOperationException(run.Error);
            }
        }

        return this;
    }

    /// <summary>Writes the working file as it is after that many releases.</summary>
    public void Draft(string name, int releases) => Files.Write($"prompts/{name}.yaml", $$$"""
        description: Greets a customer
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: {{{100 + releases}}} }
        text: Greet {{customer_name}} warmly.
        variables:
          customer_name: { description: The customer's name, example: Ada }

        """);

    public Task<ConsoleRun> Run(params string[] args) => PromptsConsole.Run(Files.Path, args);

    public void Dispose() => Files.Dispose();
}
