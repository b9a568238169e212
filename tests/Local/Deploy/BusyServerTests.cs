using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class BusyServerTests
{
    [Fact]
    public async Task A_deployment_gets_through_a_server_that_refuses_some_requests()
    {
        var plan = new FlowProject().Plan();
        await using var calm = await LocalStack.Start();
        await calm.Deploy(plan);
        await using var busy = await LocalStack.Start(
            new() { Faults = new() { Rate = 0.2, Seed = 3, Delay = TimeSpan.Zero } });

        await busy.Deploy(plan);

        (await Inventory.Of(busy)).Should().Equal(await Inventory.Of(calm));
        (await busy.Deploy(plan)).Should().BeEmpty();
    }
}
