using Infra.Local.Converse;
using Infra.Local.Metrics;

namespace Infra.Local.InvokeFlow;

/// <summary>The stand-ins for everything that a flow calls.</summary>
/// <param name="Answers">For models.</param>
/// <param name="Stubs">For other services.</param>
/// <param name="Gate">The rules by which models refuse calls.</param>
/// <param name="Meter">Meters calls of models.</param>
internal sealed record StandIns(Answers Answers, Stubs Stubs, ModelGate Gate, ModelMeter Meter);
