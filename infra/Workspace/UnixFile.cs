using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Infra.Workspace;

/// <summary>Opens files in ways that .NET does not offer: without following links, and without waiting for a
/// pipe.</summary>
/// <remarks>Source of the constants: fcntl.h of Linux (generic, arm and powerpc) and of macOS, read
/// 2026-08-07.</remarks>
internal static class UnixFile
{
    private const int NoSuchFile = 2;
    private const int NoReader = 6;
    private const int AccessDenied = 13;
    private const int NoSuchDevice = 19;
    private const int NotAFolder = 20;
    private const int LinkOnLinux = 40;
    private const int LinkOnMac = 62;

    private static readonly bool IsMac = OperatingSystem.IsMacOS();

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture
        is Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 or Architecture.Ppc64le;

    private static readonly int NoFollow = IsMac ? 0x100 : IsArm ? 0x8000 : 0x20000;

    private static readonly int Folder = IsMac ? 0x100000 : IsArm ? 0x4000 : 0x10000;

    private static readonly int NonBlocking = IsMac ? 0x4 : 0x800;

    private static readonly int CloseOnExec = IsMac ? 0x1000000 : 0x80000;

    /// <summary>Opens a file at a path below a folder, without following links; null for none.</summary>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static SafeFileHandle? Open(string folder, string path)
    {
        var at = Handle(NativeMethods.Open(Bytes(folder), Folder | CloseOnExec), folder);
        var parts = path.Split('/');
        for (var index = 0; index < parts.Length && at is not null; index++)
        {
            using var parent = at;
            var flags = NoFollow | CloseOnExec | (index == parts.Length - 1 ? NonBlocking : Folder);
            at = Handle(NativeMethods.OpenAt(parent, Bytes(parts[index]), flags), path);
        }

        return at;
    }

    /// <summary>Opens a file, through links as well; null for none.</summary>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static SafeFileHandle? Open(string path) =>
        Handle(NativeMethods.Open(Bytes(path), NonBlocking | CloseOnExec), path);

    private static SafeFileHandle? Handle(int descriptor, string path) =>
        descriptor >= 0 ? new(descriptor, ownsHandle: true)
        : Marshal.GetLastPInvokeError() switch
        {
            NoSuchFile or NoReader or NoSuchDevice or NotAFolder or LinkOnLinux or LinkOnMac => null,
            AccessDenied => throw new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
            var error => throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}"),
        };

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes($"{path}\0");

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "openat", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int OpenAt(SafeFileHandle folder, byte[] path, int flags);
    }
}
