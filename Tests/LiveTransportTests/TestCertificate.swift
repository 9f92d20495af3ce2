import Foundation

/// Certificates with keys that were made for these tests and guard nothing.
struct TestCertificate: Sendable {
    /// In DER, as is the key.
    var certificate: [UInt8]
    var key: [UInt8]
    /// What has to be trusted for it, in PEM.
    var trusted: String
    /// The one that signed it and is shown with it, where that isn't the trusted one.
    var signer: [UInt8]?

    private init(_ certificate: String, key: String, trusting authority: String? = nil, signer: String? = nil) {
        self.signer = signer.map(Self.bytes)
        self.certificate = Self.bytes(certificate)
        self.key = Self.bytes(key)
        trusted =
            "-----BEGIN CERTIFICATE-----\n\(Data(Self.bytes(authority ?? certificate)).base64EncodedString())\n"
            + "-----END CERTIFICATE-----\n"
    }

    private static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map(Array.init) ?? [] }

    /// An RSA key of 1024 bits; the certificate names localhost and signs itself.
    static let shortKey = TestCertificate(
        """
        MIICMjCCAZugAwIBAgIUCuasCwtv4WQr9A93UsLv8UVvnAgwDQYJKoZIhvcNAQELBQAwHDEaMBgGA1UEAwwRd2lraS5hY21lLmV4YW1wbGUwIB\
        cNMjYxMTI3MDg1NjQyWhgPMjEyNjExMDMwODU2NDJaMBwxGjAYBgNVBAMMEXdpa2kuYWNtZS5leGFtcGxlMIGfMA0GCSqGSIb3DQEBAQUAA4GN\
        ADCBiQKBgQCrZmSnF0GeJkLzVmGDvnJOiWxC2AY6oekhj62BdZOnT+VGQyb/JizvjcSm2BOQnvBZdtpOcv04s/XGMmdV5tiirBtvzoq9qdF+eR\
        QXKl/If1NoyCfy3xmHEK8UWi2sutHjthTYaGYcUOg+gOB5CBg0iZX2FIUjhCdP2LgbDlFBMQIDAQABo28wbTAdBgNVHQ4EFgQUpI1AIUNw9Cjs\
        gLvbdKGaOpc/24EwHwYDVR0jBBgwFoAUpI1AIUNw9CjsgLvbdKGaOpc/24EwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3\
        SHBH8AAAEwDQYJKoZIhvcNAQELBQADgYEASWm6IxMZB4DFZKq/FewbAR4nbE9oOstp0c3e+c1YX+Da+lzCysXOPuCmhuohXtUSZRRQgkclj6Lv\
        m0ZNC+pgG0Dh5Vp0HkoUBJeAn5v4V3CPtbEvgaiVMm2h5bi4gxVy4NfiLPckGhDDhqTH1iDNoInSJ1bYPUv2qjygJv+z7RY=
        """,
        key: """
            MIICXQIBAAKBgQCrZmSnF0GeJkLzVmGDvnJOiWxC2AY6oekhj62BdZOnT+VGQyb/JizvjcSm2BOQnvBZdtpOcv04s/XGMmdV5tiirBtvzoq9qd\
            F+eRQXKl/If1NoyCfy3xmHEK8UWi2sutHjthTYaGYcUOg+gOB5CBg0iZX2FIUjhCdP2LgbDlFBMQIDAQABAoGAMxnE+ngZjSAVJ91iF1gpVjbs\
            ewVS3ho1mlbuwMEgM2rDjW4p6zojfYxDzAZx1tU8DUA9F9R6oHQu21ddraO0hFY2cTlrkAN7AuIxL32iUaWmKUT4gSiggks9WEC3NINmsJoPHv\
            bEYzkwJQ6fZt1Lat8IMIFhmIB0G5kxYGsAfK0CQQDduDMsOztHuQXDKlX82k+rRBrO+4LGqELPVOaKO2r4nl7KY6n1Z6JL0lRs5UwES5rfmiIp\
            srbFCW6J12+GbRjXAkEAxeaDX5/K7au/ENBaniK0lkX0P8UnMbh2xExjom/jks8Dg/eaucDbqVqKGIjeGv/Jn+GaiUAC7yQC28ArSJINNwJBAJ\
            zaAcGpyX8s4mm2Goy9eJ0Fmh2Rimu1f0YjntBtxnhJuW9eYE8O2J7hFf7PnB5xygejh8WN+4Sa7osvUGN97JMCQQCV4OiqKTjlG2eO8l1O2nXu\
            QXikO0pdy5iXPktPIHI4I3REI+gYukkiT6G6xx1/US2AWrpRLBuMxbcserPNOF+tAkAIJaWWQM3RrDC0qQE+rce2eUQ09bwU2dQIDB54vAK8sn\
            d1aVPaihNksg34xnDAbbRLRSa5XqqWMMQ7fR3hLu0j
            """)

    /// An elliptic curve; the name localhost stands in the common name alone.
    static let commonNameAlone = TestCertificate(
        """
        MIIBfzCCASWgAwIBAgIUKzlqzyS0zQLyd/Opmnt3itVckO8wCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzA4NT\
        Y0MloYDzIxMjYxMTAzMDg1NjQyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARqOYhmm+WjQhzJF6Rc\
        +bxSH3ufuSkJrO9zSUdpq8/Cb4KFXUA0Iwgyojssm/NKwgTCrPESbpyZhCRGbqhg7P9Zo1MwUTAdBgNVHQ4EFgQUnhF9ctoR/B+YsDdlPw6Igj\
        LzR1IwHwYDVR0jBBgwFoAUnhF9ctoR/B+YsDdlPw6IgjLzR1IwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAxykbBnO9LSmB\
        tiOeHK5+eETL6zqLozzA9AxuA16/8W4CIFVoGR791uZhtwnm0z58nv86OLIdD+eeTlIF9oSD5glg
        """,
        key: """
            MHcCAQEEII5alTsdvALIJ+ljnflK944bw608KlKn9NOIXLkcVwzVoAoGCCqGSM49AwEHoUQDQgAEajmIZpvlo0IcyRekXPm8Uh97n7kpCazvc0\
            lHaavPwm+ChV1ANCMIMqI7LJvzSsIEwqzxEm6cmYQkRm6oYOz/WQ==
            """)

    /// Such as an appliance comes with: signs itself, and names other hosts.
    static let asDelivered = TestCertificate(
        """
        MIIBtzCCAVygAwIBAgIUPw9330qGUL6y+dDJVA5wa7N6XfEwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJYXBwbGlhbmNlMCAXDTI2MTEyNzIyMDA1\
        MFoYDzIxMjYxMTAzMjIwMDUwWjAUMRIwEAYDVQQDDAlhcHBsaWFuY2UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATVH1q3lqHR/K58ji2vfnHR\
        Gxh1MzdH7ZsjENr2aIXLtuS/Ub0lqSV/TCAv84RoVvUR0pkdVMQwLtcZRqr6rNDEo4GJMIGGMB0GA1UdDgQWBBS9OJJ3rCTpUXSBFp6jFX0hKdVL\
        ozAfBgNVHSMEGDAWgBS9OJJ3rCTpUXSBFp6jFX0hKdVLozAPBgNVHRMBAf8EBTADAQH/MDMGA1UdEQQsMCqCEWFwcGxpYW5jZS5pbnZhbGlkghV3\
        d3cuYXBwbGlhbmNlLmludmFsaWQwCgYIKoZIzj0EAwIDSQAwRgIhANzl8HIHn6AHj0EE8IWOmArcIDZRJ+3lC0Odsruw7n2sAiEA/kSGIwcy3YNH\
        2TAL6dRLS+6cMfD+FLiX6IJvo99QiWA=
        """,
        key: """
            MHcCAQEEIObj3oyKK/wqNSC2aoxISuhQQKqtCE5XgRgtiN3QrJxEoAoGCCqGSM49AwEHoUQDQgAE1R9at5ah0fyufI4tr35x0RsYdTM3R+2bIxDa\
            9miFy7bkv1G9Jaklf0wgL/OEaFb1EdKZHVTEMC7XGUaq+qzQxA==
            """)

    /// Names other hosts, and the IP address at which localhost is.
    static let addressAlone = TestCertificate(
        """
        MIIBrzCCAVagAwIBAgIUJQGaBT8lGABkxJhs9rWNCOiVlsswCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRd2lraS5hY21lLmV4YW1wbGUwIBcNMj\
        YxMTI4MDkyNTIyWhgPMjEyNjExMDQwOTI1MjJaMBwxGjAYBgNVBAMMEXdpa2kuYWNtZS5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD\
        QgAEchVEERhswMMo7fqffkT3vg0n8AxshswERDBkiKfzxpPVcAf+4UnOUAOnsalYi8Ip3KA3m1hDLsV0bGNIu7Vp8qN0MHIwHQYDVR0OBBYEFJ\
        8QDaLNHSYP8h1AX5uzzQyIb7ENMB8GA1UdIwQYMBaAFJ8QDaLNHSYP8h1AX5uzzQyIb7ENMA8GA1UdEwEB/wQFMAMBAf8wHwYDVR0RBBgwFoIO\
        Ki5hY21lLmV4YW1wbGWHBH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgImvwxdDcMLUAch2DCT7PXwgXgwfBbUlU/FeflR2VsTQCICevvzr3a67GAB\
        hpyVfR8aaT8GwN6rYNgTGqYQ2b80Iy
        """,
        key: """
            MHcCAQEEIMCYTzW5+QKpM4xCf1yjuQdi8eU5YMoD7L5XWylVRuZcoAoGCCqGSM49AwEHoUQDQgAEchVEERhswMMo7fqffkT3vg0n8AxshswERD\
            BkiKfzxpPVcAf+4UnOUAOnsalYi8Ip3KA3m1hDLsV0bGNIu7Vp8g==
            """)

    /// Names localhost, and was signed by another with SHA-1.
    static let sha1 = TestCertificate(
        """
        MIIBhzCCAS2gAwIBAgIUNjs7VaokikwN+Ms20z+QtO7LwrQwCQYHKoZIzj0EATASMRAwDgYDVQQDDAdUZXN0IENBMCAXDTI2MTEyNzA4NTY0Ml\
        oYDzIxMjYxMTAzMDg1NjQyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARYA6IUS2/FX3RyNMPtIq8T\
        YC3kVEd1L8LPYGLTlqOfSg2bStBjlOyxA3eo1WAsfp5miHYK7YdFZDaLrUTJ83Aio14wXDAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwHQ\
        YDVR0OBBYEFD3zPewqzGK4KdWACJYKustmj7NMMB8GA1UdIwQYMBaAFJk8hvIrnUeSrvwV1VdpGbfO7a7JMAkGByqGSM49BAEDSQAwRgIhALlj\
        MY1CHfWRDAgT6BQyuUcfaAW0WIIAvLXxylzV7Dj+AiEAk88j9OfXNr0jTZ4RxX8VOEeC7hbVUb86P5llWKYQ7xU=
        """,
        key: """
            MHcCAQEEIM4mZnUu+y5rS/uMLGWvBCxelCZC3vg5Sa+1SMHxHoO/oAoGCCqGSM49AwEHoUQDQgAEWAOiFEtvxV90cjTD7SKvE2At5FRHdS/Cz2\
            Bi05ajn0oNm0rQY5TssQN3qNVgLH6eZoh2Cu2HRWQ2i61EyfNwIg==
            """, trusting: authority)

    /// An RSA key of 2048 bits; nothing is amiss with it.
    static let sound = TestCertificate(
        """
        MIIDJzCCAg+gAwIBAgIUa8Hn8DC8vyy8jlUdayzkUU84VrUwDQYJKoZIhvcNAQELBQAwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNz\
        A4NTY0M1oYDzIxMjYxMTAzMDg1NjQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCZjGEx\
        ZB36FmU8CZ/HZxnQiJc6m5rQWGeI2HgMN5RvTy+x8fmwUlqcpO/26f1wyqApXZuAKsxCZf6tuM5lWmU02jRcW1b/bAZqW3juplCf+jWai6N0RY\
        2Gv8ODPFdC4egA3qNiaH0T1jJLpWNkF8a4+vDn+oBJKVjXv4SUEU+7DlgGQRkGB6d++h3YY63iCr2fOoMhhy0FeAl78e/BIRCikQhs8WHMVIip\
        wLiXX9j0CCY9m8G9bhTaajZFgtzJloKcMB8PDfcfYnZtUDvQ+eAoFhXsMCZPOQ9VahAik3orjWemCvMW/8JcBvHe3I4c44v/LMxP2HAs6rP4De\
        Sb4NgvAgMBAAGjbzBtMB0GA1UdDgQWBBSH/CH7u8ZIfO4tryShmql5pKNowjAfBgNVHSMEGDAWgBSH/CH7u8ZIfO4tryShmql5pKNowjAPBgNV\
        HRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATANBgkqhkiG9w0BAQsFAAOCAQEARtHuNKbi9Wsg65GA8qR0xJpHxOouLQ\
        JLSjpO60xcrGXarDE5URl7uJEcxuKFdm6z8ZnXnFsFkHl0wQed9aAxtKBjtEFG/mV+cFUni5Vikji4wPQ7hxL8MURloGu+CC6ZOw+Fdhd9G0ug\
        IHu4SF7ZFIJkGJbnrl/dXvenNn5525BONxUGhhR+RgGOu1r4T9u1RJfToO2AH2Z5r2v2YoSaThEcZIuoD6U7esp1cJ33XSvyq6NvTPPoovy8Yx\
        9tcr3X38Ekfzd587cUHDnx+S7f2MgUXM1sZqqd4gU8retiylC2x2heU6R0OCiTD4AC83ip4wB6f1JTv0eSSG/2EbeIGw==
        """,
        key: """
            MIIEowIBAAKCAQEAmYxhMWQd+hZlPAmfx2cZ0IiXOpua0FhniNh4DDeUb08vsfH5sFJanKTv9un9cMqgKV2bgCrMQmX+rbjOZVplNNo0XFtW/2\
            wGalt47qZQn/o1moujdEWNhr/DgzxXQuHoAN6jYmh9E9YyS6VjZBfGuPrw5/qASSlY17+ElBFPuw5YBkEZBgenfvod2GOt4gq9nzqDIYctBXgJ\
            e/HvwSEQopEIbPFhzFSIqcC4l1/Y9AgmPZvBvW4U2mo2RYLcyZaCnDAfDw33H2J2bVA70PngKBYV7DAmTzkPVWoQIpN6K41npgrzFv/CXAbx3t\
            yOHOOL/yzMT9hwLOqz+A3km+DYLwIDAQABAoIBAD3WiMAE84On6E5VC+mY7o8Kq2j5iNA2gj/c+f/llFx9lhZCfs3RZNeoH1If6yc1G2p9XeYw\
            lkF5ZSdegZTU4mR2Klc1m+RTA4Rq4VmvVlIPSO48JXBqoHQvn5QnRXdUloRfJYq4zQKjpW7MpSoG30vZGBM80dRlF/gPk9uz2xnYLcrLRFIqow\
            Auupm8Dxk4z30eCUaZGvYvTahg1BtoSDaAyz0UoWFCLIDxA/EQAWdiwqd+ZbvIQmU+5fU3l/I5pH+Rj4Z0SZ1jkrGNjqsQbBfewCF6zmHzs1nB\
            3ovQ9vJOtb/1bl82Q0Rfv1r0Zglp+x227L07lskbzgOp4rGlT20CgYEAyOTcXWRsX64re9F+5hrvZLaAaMlw+ERatK+yNa4hm5XTHE9GB9GlSM\
            Zfmen7zGycQPh78JcK/N85Gofvp4EO1ZRZOJd9QMSHr3VqpCBZKTwqurQOhdpeuzHNrdUnhTXRtNyCnHc5pJ2nS8i9TJXXTBImg7TEnM88ZzLu\
            TfGpfIMCgYEAw6rSt7pZnAIBQsUXeIlAA4CJRcRNur5KHB9ryoqbSTN4qqQ/y7IR3r5AAyAifcZfoV8+gOkHbZyotsnamoCytvI4EUjjkYPY3F\
            0pGk9d2bmREKN/vu8mt8ay1wSR2YcIbLKy0r2VZEQvklniWpF4Oj64yoH7ZcuUHETIT2w9/eUCgYBki+8jKxz2snR/DzZlMrv4e0M/rvrEt2ly\
            n7EhHtshRNaZh6+0QCBqkSbOIQbupLl75yIZI2/TamHpPnobKwPir9IL+f4tiW+jyK+sH6igc8WrFm1iXw4kwOOBinqyOGKSE/+nEiEem+1ch8\
            b+6swL/dWa+8Gf/jTsLdiJ2FcMwwKBgFrkw7Ytjur103gc7mZD+8SktR//rMwPEYY24m/YK4K5slgyrKAHPF3oqvvItb0PpeTkxbhEh/rXR1iC\
            NFaJanup0XnWDkDOqrLTZACg1cwKc+Tyzqj3l1jPqMxRhx8xpyw3ZvKWtws40ZB+yLOh1+PWtyj7cLk89LSdDyA1/CYxAoGBALB5OM8hzzXwXS\
            jxiKx5c1dt/qIxhNEMhFmpXQ+rBXEr0GHBZPgRVIeQ2BB4YVHmc/57nZhpoCOpGKPlxuhqXksNhcVcRw0J0d0zIvwf1BQhXk/fZBA6IaZSS7na\
            trrCu19JSVT7UK90OqUygUv/ryRu4RPFlzQuwRhLemjURqc0
            """)

    private static let authority = """
        MIIBfDCCASGgAwIBAgIUIZR5pMEvoPSo3A4eEPXn7XX173MwCgYIKoZIzj0EAwIwEjEQMA4GA1UEAwwHVGVzdCBDQTAgFw0yNjExMjcwODU2ND\
        JaGA8yMTI2MTEwMzA4NTY0MlowEjEQMA4GA1UEAwwHVGVzdCBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPC6Zxs9qFfsUW6MIWRLlj0r\
        MunBgpRowQF130dWwsP7kLQIQ54EO/OGDxjIjeibmN1CUkwrKtAntXuS++4xaNCjUzBRMB0GA1UdDgQWBBSZPIbyK51Hkq78FdVXaRm3zu2uyT\
        AfBgNVHSMEGDAWgBSZPIbyK51Hkq78FdVXaRm3zu2uyTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDb/7WyNOccoRvOMECU\
        oXUFNf/H6DwiKc/2PZ5fTIeBmwIhAOiRNVLeQ6owiBN6cXvzEUDlSqFxnXjxYLk5vgfcU+/z
        """

    /// A sound certificate, signed by one that ended in 2025, which the trusted one has signed.
    static let signerEnded = TestCertificate(
        """
        MIIBpzCCAU6gAwIBAgIUVxTnfaWsRRMPjOcMBAD4TQImYHkwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRQWNtZSBJbnRlcm1lZGlhdGUwIBcNMj\
        QwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBwxGjAYBgNVBAMMEXdpa2kuYWNtZS5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD\
        QgAETEXMBKZihtlyNZJ5Gg/quKnhjf5UzIvjYY0VCnXkUZBu/s0Q6is4v5UrT7ztlQQYrYienAvB0ZendALUwbnGAqNsMGowDAYDVR0TAQH/BA\
        IwADAdBgNVHQ4EFgQUjPm74uLT9A9ag5uV/UsBaiuZxSAwHwYDVR0jBBgwFoAUOBxmMB9ywWduBxlWrgM5bJLQHUswGgYDVR0RBBMwEYIJbG9j\
        YWxob3N0hwR/AAABMAoGCCqGSM49BAMCA0cAMEQCIDybGMp6wF7CjX7kmJHLVAEOwheJh3eQ6xjZ9kJNeQN0AiAqlvykFp+vdXcH585p5G2sTD\
        wtZDR8dBp+Ec66C6COIg==
        """,
        key: """
            MHcCAQEEII3s/2fWW196DtFNOuxXE0Ace4cwjRoXdcIqxTNIOaRfoAoGCCqGSM49AwEHoUQDQgAETEXMBKZihtlyNZJ5Gg/quKnhjf5UzIvjYY\
            0VCnXkUZBu/s0Q6is4v5UrT7ztlQQYrYienAvB0ZendALUwbnGAg==
            """,
        trusting: """
            MIIBfzCCASWgAwIBAgIUGYrcsc+RMou3thu7/fQjwh1cu4gwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJQWNtZSBSb290MCAXDTIwMDEwMTAwMD\
            AwMFoYDzIxMjAwMTAxMDAwMDAwWjAUMRIwEAYDVQQDDAlBY21lIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARvC0CswSY4oqF6cYzF\
            RM2wl9hPNiBv3tNu08gu5CIrkj1IROBC//hswoL7dwHDSO/m+OMXobUo6TyGIx9JesGJo1MwUTAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBB\
            TY4qCh4PzypizNHnqR82vT/t2lXzAfBgNVHSMEGDAWgBTY4qCh4PzypizNHnqR82vT/t2lXzAKBggqhkjOPQQDAgNIADBFAiAFK15IwJDBcWxY\
            CqvypdHpg2+NoTY8wHJqVHqOPp84GQIhAL/naNwBJ/DeFiYO1vaXGhW+e+c/rsVgo6baIReCru0/
            """,
        signer: """
            MIIBhTCCASugAwIBAgIUY+7pfP0I5yakRIxPx/Rlw1vgCsYwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJQWNtZSBSb290MB4XDTIzMDEwMTAwMD\
            AwMFoXDTI1MDEwMTAwMDAwMFowHDEaMBgGA1UEAwwRQWNtZSBJbnRlcm1lZGlhdGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATyHRx6QfL1\
            zMJcBSouJlFH8TRBJ25PlILeQ6hWsDh6ub73vqek9c0JerJeRQJa+jDAtgrU1LqS2dCXDF+Oo0lwo1MwUTAPBgNVHRMBAf8EBTADAQH/MB0GA1\
            UdDgQWBBQ4HGYwH3LBZ24HGVauAzlsktAdSzAfBgNVHSMEGDAWgBTY4qCh4PzypizNHnqR82vT/t2lXzAKBggqhkjOPQQDAgNIADBFAiEA0TI9\
            35YuT2/bgBNMNBi6l/1Oij2L5Xo3I0jVC+OMqM8CIBWE2Ye0d7X7xr47V3diDM4c8crr5de29HsnpDQ6nqp0
            """)
}
