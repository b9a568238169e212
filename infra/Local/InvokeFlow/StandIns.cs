using Infra.Local.Converse;
using Infra.Local.Metrics;

namespace Infra.Local.InvokeFlow;

/// <summary>What takes the place of everything that a flow calls.</summary>
/// <param name="Answers">Of models.</param>
/// <param name="Stubs">Of other services.</param>
/// <param name="Gate">What models refuse.</param>
/// <param name="Meter">Measures calls of models.</param>
internal sealed record StandIns(Answers Answers, Stubs Stubs, ModelGate Gate, ModelMeter Meter);
