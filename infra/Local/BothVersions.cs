using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Infra.Local;

/// <summary>HTTP/1.1 and HTTP/2 on one port without TLS; a client that uses HTTP/2 starts with a preface.</summary>
/// <remarks>
/// The AWS SDK for JavaScript calls Bedrock like this at any endpoint. Kestrel accepts both versions on one port only
/// with TLS, which determines the version before the first byte; here the first bytes determine it (RFC 9113, section
/// 3.4).
/// </remarks>
internal static class BothVersions
{
    /// <summary>Accepts both versions.</summary>
    public static void Use(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.Use(next => async connection =>
        {
            if (await SpeaksHttp2Async(connection))
            {
                var settled = new Settled();
                connection.Features.Set<ITlsConnectionFeature>(settled);
                connection.Features.Set<ITlsApplicationProtocolFeature>(settled);
            }

            await next(connection);
        });
    }

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    private static async Task<bool> SpeaksHttp2Async(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var (isOpen, isHttp2) = Judge(read.Buffer);
            var isDecided = !isOpen || read.IsCompleted;
            input.AdvanceTo(read.Buffer.Start, isDecided ? read.Buffer.Start : read.Buffer.End);
            if (isDecided)
            {
                return isHttp2;
            }
        }
    }

    /// <summary>Whether more bytes are needed, and whether they are the preface.</summary>
    private static (bool IsOpen, bool IsHttp2) Judge(ReadOnlySequence<byte> first)
    {
        var length = (int)Math.Min(first.Length, Preface.Length);
        var isPreface = first.Slice(0, length).ToArray().AsSpan().SequenceEqual(Preface[..length]);
        return (isPreface && length < Preface.Length, isPreface && length == Preface.Length);
    }

    /// <summary>The version, in the form in which TLS would provide it.</summary>
    private sealed class Settled : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) =>
            Task.FromResult(ClientCertificate);
    }
}
