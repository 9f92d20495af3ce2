extension Concepts {
    /// The same things and states in Russian, Ukrainian, Polish, Turkish, Chinese and Korean.
    static let eastern: [Concept] = slavic + turkish + chinese + korean

    private static let slavic: [Concept] = [
        Concept("token", "токен*, ключ доступа, ключ api"), Concept("password", "парол*, hasło, hasła, hasłem"),
        Concept(
            "user",
            "пользовател*, учетн*, учётн*, аккаунт*, акаунт*, користувач*, обліков*, użytkownik*, konto, konta, сотрудни*, коллег*"
        ),
        Concept("login", "логин*, авториз*, аутентифик*, вход, войти, вхід, увійти, автентифік*, logowani*, zalogowa*"),
        Concept("space", "пространств*, простір, простор*, przestrzeń, przestrzeni*"),
        Concept("page", "страниц*, сторінк*, stron, strona, stronę, strony, stronie"),
        Concept("title", "заголов*, названи*, назва, назві, tytuł*"),
        Concept("attachment", "вложени*, файл*, вкладенн*, załącznik*, plik, pliku, plików"),
        Concept("search", "поиск*, ищет, находит, найти, пошук*, знаход*, szuka*, znajd*, wyszukiw*"),
        Concept("permission", "прав, права, разрешени*, доступ*, дозвол*, uprawnieni*, dostęp*"),
        Concept("certificate", "сертификат*, сертифікат*, certyfikat*"),
        Concept("licence", "лиценз*, ліценз*, licencj*"),
        Concept("connection", "соединени*, подключ*, з'єднанн*, підключ*, połączeni*"),
        Concept("proxy", "прокси*, проксі*"), Concept("vpn", "впн, из офиса, с работы, w biurze, z domu"),
        Concept("version", "верси*, версі*, wersj*"), Concept("captcha", "капч*, символы с картинки, символи, obrazk*"),
        Concept(
            "change",
            "создать, созда*, измен*, запис*, сохран*, удал*, створ*, змін*, зберег*, видал*, utworz*, zmien*, zapis*, usuwa*"
        ),
        Concept(
            "view", "видит, видно, видеть, читает, читать, открыва*, бачить, бачити, читати, widzi, czyta*, otwier*"),
        Concept("not", "не, нет, ни, никто, без, немає, ніхто, ні, nie, nikt, bez, żadn*"),
        Concept(
            "missing",
            "не найден*, не существ*, отсутств*, не знайдено, не існує, відсутн*, nie znaleziono, nie istnieje, brak"),
        Concept(
            "denied",
            "отказ*, запрещ*, отклон*, заборон*, відмов*, відхил*, odmow*, odrzuc*, zabronion*, недостаточно прав"),
        Concept("wrong", "неверн*, неправильн*, ошибочн*, невірн*, błędn*, nieprawidłow*, niepoprawn*"),
        Concept("expired", "истек*, истёк*, просроч*, закончил*, сплив*, закінчи*, wygas*, upłyn*"),
        Concept(
            "before",
            "раньше, вчера, с понедельника, до сих пор, раніше, вчора, з понеділка, wczoraj, dotąd, od poniedziałku"),
        Concept(
            "deactivated",
            "отключ*, деактивир*, уволил*, заблокир*, вимкн*, деактив*, звільн*, dezaktyw*, wyłącz*, odszedł, odeszła"),
        Concept("restricted", "огранич*, замочек, замок, обмежен*, замочок, ograniczon*, kłódk*"),
        Concept("archived", "архив*, архів*, zarchiw*"),
        Concept("trashed", "корзин*, удалён*, удален*, кошик*, kosz, koszu"),
        Concept("draft", "черновик*, чернетк*, szkic*, wersji robocz*"),
        Concept("taken", "уже существует, вже існує, już istnieje"),
        Concept("rate", "слишком много запросов, забагато запитів, zbyt wiele"),
        Concept(
            "timeout",
            "время ожидания, не отвечает, таймаут*, не відповідає, час очікування, przekroczono czas, nie odpowiada"),
        Concept("refused", "соединение отклонено, відхилено з'єднання, odmowa połączenia"),
        Concept("large", "слишком больш*, завеликий, zbyt duż*"),
        Concept("maintenance", "обслуживани*, обслуговуванн*, konserwacj*"),
    ]

    private static let turkish: [Concept] = [
        Concept("token", "belirteç*, jeton*"), Concept("password", "şifre*, parola*"),
        Concept("user", "kullanıcı*, hesab*, hesap*, çalışan*"), Concept("login", "giriş*, oturum*, kimlik doğrulama"),
        Concept("space", "alan, alanı, alanın, alanda*"), Concept("page", "sayfa*"),
        Concept("title", "başlık*, başlığ*"),
        Concept("search", "arama*, bulunam*, bulam*"), Concept("permission", "izin*, izni, yetki*"),
        Concept("certificate", "sertifika*"), Concept("connection", "bağlantı*, bağlan*"),
        Concept("captcha", "resimdeki, resim kodu"),
        Concept("not", "değil, yok, olmuyor, olmadı, hiç"),
        Concept("denied", "reddedil*, reddet*, yasak*, izin verilm*"),
        Concept("expired", "süresi dol*, süresi geç*, geçersiz*"),
        Concept("before", "dün, dünden, geçen hafta, pazartesi*, önceden"),
        Concept("restricted", "kısıtl*, kilit*"), Concept("archived", "arşiv*"), Concept("trashed", "silin*, çöp*"),
        Concept("draft", "taslak*"), Concept("deactivated", "devre dışı, kapatıl*, ayrıldı"),
        Concept("view", "görebil*, görüyor, okuy*, açıl*"),
        Concept("change", "oluştur*, yaz*, kaydet*, güncelle*, düzenle*"),
        Concept("timeout", "zaman aşımı, yanıt vermiyor"),
    ]

    private static let chinese: [Concept] = [
        Concept("token", "*令牌*"), Concept("password", "*密码*, *密碼*"), Concept("user", "*用户*, *账号*, *帐号*, *账户*"),
        Concept("login", "*登录*, *登陆*, *认证*"), Concept("space", "*空间*"), Concept("page", "*页面*"),
        Concept("title", "*标题*"),
        Concept("attachment", "*附件*, *文件*"), Concept("search", "*搜索*, *查询*"), Concept("permission", "*权限*"),
        Concept("certificate", "*证书*"), Concept("licence", "*许可证*"), Concept("connection", "*连接*"),
        Concept("proxy", "*代理*"),
        Concept("version", "*版本*"), Concept("captcha", "*验证码*"),
        Concept("change", "*创建*, *编辑*, *修改*, *更新*, *保存*, *删除*"),
        Concept("view", "*查看*, *看到*, *读取*"), Concept("not", "*不能*, *无法*, *没有*, *不是*, *未能*"),
        Concept("missing", "*找不到*, *不存在*, *未找到*"), Concept("denied", "*拒绝*, *禁止*, *不允许*"),
        Concept("wrong", "*错误*, *无效*"), Concept("expired", "*过期*, *到期*, *失效*"), Concept("archived", "*归档*"),
        Concept("trashed", "*回收站*, *已删除*"), Concept("draft", "*草稿*"), Concept("restricted", "*限制*, *锁的*"),
        Concept("deactivated", "*停用*, *离职*, *禁用*"), Concept("taken", "*已存在*, *已经存在*"), Concept("timeout", "*超时*"),
        Concept("rate", "*请求过多*, *频率限制*"), Concept("maintenance", "*维护*"), Concept("readonly", "*只读*"),
        Concept("large", "*太大*, *过大*"),
    ]

    private static let korean: [Concept] = [
        Concept("token", "*토큰*"), Concept("password", "*비밀번호*"), Concept("user", "*사용자*, *계정*"),
        Concept("login", "*로그인*, *인증*"),
        Concept("space", "*스페이스*"), Concept("page", "*페이지*"), Concept("title", "*제목*"),
        Concept("attachment", "*첨부*, *파일*"),
        Concept("search", "*검색*"), Concept("permission", "*권한*"), Concept("certificate", "*인증서*"),
        Concept("connection", "*연결*"),
        Concept("change", "*생성*, *수정*, *삭제*, *저장*, *작성*"), Concept("not", "*없습니다*, *않습니다*, *안 됩니다*, *못합니다*"),
        Concept("missing", "*찾을 수*, *존재하지*"), Concept("denied", "*거부*, *금지*"), Concept("wrong", "*잘못된*, *유효하지*"),
        Concept("expired", "*만료*"), Concept("archived", "*보관*"), Concept("trashed", "*휴지통*"), Concept("draft", "*초안*"),
        Concept("restricted", "*제한*, *자물쇠*"), Concept("deactivated", "*비활성*, *퇴사*"), Concept("timeout", "*시간 초과*"),
    ]
}
