using FluentAssertions;
using Infra.Local;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class MemoryCloudTests
{
    private const string Parameter = "AWS::SSM::Parameter";

    private static readonly Value.Map A = Map(("Name", "/a"), ("Type", "String"), ("Value", "one"));

    private static readonly DeployedResource Known =
        new() { Name = "a", Type = Parameter, Identifier = "/a", Properties = A };

    [Fact]
    public async Task The_cloud_in_memory_answers_as_the_local_Bedrock_does()
    {
        using var memory = new MemoryCloud();
        await using var server = await LocalServer.StartAsync(new());
        using var http = new HttpClient { BaseAddress = server.Url };

        var expected = await Answers(new(http, "us-east-1"));

        (await Answers(memory.Client())).Should().Equal(expected);
    }

    /// <summary>What one resource's life looks like to a client, refusals by their codes.</summary>
    private static async Task<IReadOnlyList<string>> Answers(CloudControlClient cloud)
    {
        var answers = new List<string>();
        await Say(() => cloud.Create(Parameter, A, default));
        await Say(() => cloud.Create(Parameter, A, default));
        await Say(Read);
        await Say(() => Done(cloud.Update(Known, Map(("Name", "/a"), ("Type", "String"), ("Value", "two")), default)));
        await Say(Read);
        await Say(List);
        await Say(() => Done(cloud.Delete(Known, default)));
        await Say(Read);
        await Say(List);
        await Say(() => Done(cloud.Delete(Known, default)));
        await Say(() => Done(cloud.Update(Known, A, default)));
        return answers;

        async Task Say(Func<Task<string>> call)
        {
            try
            {
                answers.Add(await call());
            }
            catch (DeployException refused)
            {
                answers.Add(refused.Code);
            }
        }

        // Without what only the service sets, which the tests that need it put there themselves.
        async Task<string> Read() => await cloud.Read(Parameter, "/a", default) is { } there
            ? string.Join(", ", A.Entries.Keys.Select(key => there[key]))
            : "nothing";

        async Task<string> List() => string.Join(", ", await cloud.List(Parameter, Map(), default));

        static async Task<string> Done(Task change)
        {
            await change;
            return "done";
        }
    }
}
