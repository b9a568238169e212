using System.Collections.Immutable;
using Infra.Local.CloudControl;
using Infra.Local.CloudControl.Types;
using Infra.Local.Converse;
using Infra.Local.Flows;
using Infra.Local.Invocations;
using Infra.Local.InvokeFlow;
using Infra.Local.Metrics;
using Infra.Local.Profiles;
using Infra.Local.Prompts;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;
using Infra.Local.Ssm;
using Infra.Local.Sts;

namespace Infra.Local;

/// <summary>All supported services: a new operation or type of resource is added to a list here.</summary>
internal static class Services
{
    private const string Connections = "FlowConnections";

    /// <summary>The services of a server.</summary>
    /// <param name="options">The server's options.</param>
    /// <param name="meter">Meters calls of models.</param>
    public static IReadOnlyList<Service> Of(LocalOptions options, ModelMeter meter)
    {
        var agent = new Service(
            WithConnections(ServiceModel.Read("bedrock-agent")),
            PromptOperations.All
                .AddRange(FlowOperations.All)
                .AddRange(FlowVersionOperations.All)
                .AddRange(FlowAliasOperations.All)
                .AddRange(Tagging.All));
        var gate = ModelGate.Of(options);
        var standIns = new StandIns(options.Answers, options.Stubs, gate, meter);
        var log = new InvocationLog();
        var models = new Service(
            ServiceModel.Read("bedrock"),
            FoundationModelOperations.All.AddRange(ProfileOperations.All).AddRange(ProfileTags.All));
        var runtime = new Service(
            ServiceModel.Read("bedrock-runtime"),
            new ConverseOperations(options.Answers, gate, log).All
                .AddRange(new InvokeModelOperations(options.Answers, gate, log).All));
        var flows = new Service(
            ServiceModel.Read("bedrock-agent-runtime"),
            new InvokeFlowOperations(standIns).All
                .AddRange(new ExecutionOperations(standIns).All));
        var ssm = new Service(ServiceModel.Read("ssm"), ParameterOperations.All
            .AddRange(ParameterLists.All).AddRange(ParameterVersions.All).AddRange(ParameterTags.All));
        var control = new Service(
            ServiceModel.Read("cloudcontrol"),
            new CloudControlOperations(Types(new(agent), new(models), new(ssm))).All.AddRange(RequestOperations.All));
        var logs = new Service(ServiceModel.Read("logs"), new LogOperations(log).All);
        var sts = new Service(ServiceModel.Read("sts"), StsOperations.All);
        var metrics = new Service(
            ServiceModel.Read("cloudwatch"),
            new MetricOperations(meter.Store).All
                .AddRange(new DataOperations(meter.Store).All)
                .AddRange(new AlarmOperations(meter.Store).All));
        return [agent, models, runtime, flows, ssm, control, logs, sts, metrics];
    }

    /// <summary>The model of bedrock-agent with another limit of connections: it states 20, but flows of 39 have been
    /// deployed.</summary>
    /// <remarks>Sources: terraform-provider-aws, issue 43470; CloudFormation schema of AWS::Bedrock::Flow, read
    /// 2026-08-07, whose limit is used instead.</remarks>
    private static ServiceModel WithConnections(ServiceModel agent) => agent with
    {
        Shapes = agent.Shapes.SetItem(Connections, (ServiceShape.Items)agent.Shapes[Connections] with { Max = 100 }),
    };

    private static ImmutableDictionary<string, IResourceType> Types(
        Api agent, Api models, Api ssm) => ((IResourceType[])
    [
        new PromptType(agent),
        new PromptVersionType(agent),
        new InferenceProfileType(models),
        new FlowType(agent),
        new FlowVersionType(agent),
        new FlowAliasType(agent),
        new ParameterType(ssm),
        new RoleType(),
        new RolePolicyType(),
        new ManagedPolicyType(),
        .. PlainType.All,
    ]).ToImmutableDictionary(type => type.Schema.TypeName);
}
