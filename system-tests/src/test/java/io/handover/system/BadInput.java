package io.handover.system;

import java.util.Arrays;
import java.util.Map;

/**
 * A request that must be refused. One per line: caller, method, path, status, code, and the rest of the line is the
 * body ({@code -} for none).
 */
record BadInput(String caller, String method, String path, int status, String code, String body) {

    static final String TABLE = """
            # sign-up
            nobody POST /v1/accounts 400 request-invalid -
            nobody POST /v1/accounts 400 request-invalid {
            nobody POST /v1/accounts 400 request-invalid []
            nobody POST /v1/accounts 400 request-invalid {"username":7,"password":{}}
            nobody POST /v1/accounts 400 validation-error {}
            nobody POST /v1/accounts 400 validation-error {"username":"abc","password":"a long walk along the sea","email":"a@example.org","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"{long}","password":"a long walk along the sea","email":"a@example.org","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"carol1","password":"tooshort","email":"a@example.org","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"carol1","password":"{long}","email":"a@example.org","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"carol1","password":"passwordpassword","email":"a@example.org","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"carol1","password":"a long walk along the sea","email":"nowhere","phone":"+358401234567"}
            nobody POST /v1/accounts 400 validation-error {"username":"carol1","password":"a long walk along the sea","email":"a@example.org","phone":"12"}
            nobody POST /v1/accounts 409 account-exists {"username":"{ada}","password":"a long walk along the sea","email":"a@example.org","phone":"+358401234567"}
            nobody GET /v1/accounts 401 authentication-failed -
            ada GET /v1/accounts 405 method-not-allowed -

            # who are you
            nobody GET /1.3/account 401 AUTHENTICATION_FAILED -
            wrong GET /1.3/account 401 AUTHENTICATION_FAILED -
            nobody GET /1.3/account/tokens 401 ERROR_UNAUTHORIZED -
            nobody GET /v1/deliveries 401 authentication-failed -

            # unknown places
            ada GET /1.3/nothing 404 NOT_FOUND -
            ada GET /v1/nothing 404 not-found -
            ada GET / 404 not-found -
            ada POST /v1/sessions 404 not-found -
            ada GET /jwks.json 404 not-found -
            ada GET /q/metrics 404 not-found -
            ada DELETE /1.3/zone 405 METHOD_NOT_ALLOWED -
            ada PATCH /1.3/server/{server} 405 METHOD_NOT_ALLOWED {}

            # account and members
            bob GET /1.3/account/list 403 ACCOUNT_FORBIDDEN -
            ada GET /1.3/account/details/{eve} 404 USER_NOT_FOUND -
            bob GET /1.3/account/details/{ada} 403 ACCOUNT_FORBIDDEN -
            ada POST /1.3/account/sub 400 REQUEST_INVALID -
            ada POST /1.3/account/sub 400 REQUEST_INVALID {
            ada POST /1.3/account/sub 400 REQUEST_INVALID {}
            ada POST /1.3/account/sub 400 UNKNOWN_ATTRIBUTE {"sub_account":{"username":"dave1","colour":"red"}}
            ada POST /1.3/account/sub 409 ACCOUNT_EXISTS {"sub_account":{"username":"{eve}","password":"a long walk along the sea","email":"a@example.org","phone":"+358401234567","language":"en","timezone":"UTC"}}
            bob POST /1.3/account/sub 403 ACCOUNT_FORBIDDEN {"sub_account":{"username":"dave1","password":"a long walk along the sea","email":"a@example.org","phone":"+358401234567","language":"en","timezone":"UTC"}}
            ada PUT /1.3/account/sub/nobody1 404 USER_NOT_FOUND {"account":{"email":"a@example.org"}}
            ada DELETE /1.3/account/sub/nobody1 404 USER_NOT_FOUND -
            ada DELETE /1.3/account/sub/{eve} 404 USER_NOT_FOUND -
            bob DELETE /1.3/account/sub/{bob} 403 ACCOUNT_FORBIDDEN -

            # tokens
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST -
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"expires_in":"1h"}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"ci"}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"ci","expires_in":"1h","expires_at":"2030-01-01T00:00:00Z"}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"ci","expires_at":"2001-01-01T00:00:00Z"}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"ci","expires_in":"8761h"}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"ci","expires_in":"1h","allowed_ip_ranges":["nowhere"]}
            ada POST /1.3/account/tokens 400 ERROR_BAD_REQUEST {"name":"{long}","expires_in":"1h"}
            ada GET /1.3/account/tokens?limit=101 400 ERROR_BAD_REQUEST -
            ada GET /1.3/account/tokens/{unknown} 404 ERROR_NOT_FOUND -
            ada DELETE /1.3/account/tokens/{unknown} 404 ERROR_NOT_FOUND -

            # permissions
            bob POST /1.3/permission/grant 403 ACTION_FORBIDDEN {"permission":{"user":"{bob}","target_type":"server","target_identifier":"*"}}
            ada POST /1.3/permission/grant 400 REQUEST_INVALID -
            ada POST /1.3/permission/grant 400 UNKNOWN_ATTRIBUTE {"permission":{"user":"{bob}","target_type":"server","target_identifier":"*","colour":"red"}}
            ada POST /1.3/permission/grant 404 USER_NOT_FOUND {"permission":{"user":"nobody1","target_type":"server","target_identifier":"*"}}
            ada POST /1.3/permission/grant 404 USER_NOT_FOUND {"permission":{"user":"{eve}","target_type":"server","target_identifier":"*"}}
            ada POST /1.3/permission/grant 400 TARGET_TYPE_INVALID {"permission":{"user":"{bob}","target_type":"moon","target_identifier":"*"}}
            ada POST /1.3/permission/grant 400 TARGET_IDENTIFIER_INVALID {"permission":{"user":"{bob}","target_type":"server","target_identifier":"moon"}}
            ada POST /1.3/permission/grant 404 SERVER_NOT_FOUND {"permission":{"user":"{bob}","target_type":"server","target_identifier":"{unknown}"}}
            ada POST /1.3/permission/grant 404 SERVER_NOT_FOUND {"permission":{"user":"{bob}","target_type":"server","target_identifier":"{foreign}"}}
            ada POST /1.3/permission/grant 400 INVALID_OPTIONS {"permission":{"user":"{bob}","target_type":"storage","target_identifier":"*","options":{"storage":"yes"}}}
            ada POST /1.3/permission/revoke 404 NOT_FOUND {"permission":{"user":"{bob}","target_type":"server","target_identifier":"*"}}

            # servers
            ada GET /1.3/server?state=running 400 STATE_INVALID -
            ada GET /1.3/server?uuid=moon 400 SERVER_INVALID -
            ada GET /1.3/server?limit=0 400 LIMIT_INVALID -
            ada GET /1.3/storage?offset=-1 400 OFFSET_INVALID -
            ada GET /1.3/storage?sort_by=colour 400 SORT_BY_INVALID -
            ada GET /1.3/server/moon 400 SERVER_INVALID -
            ada GET /1.3/server/{unknown} 404 SERVER_NOT_FOUND -
            ada GET /1.3/server/{foreign} 404 SERVER_NOT_FOUND -
            bob GET /1.3/server/{server} 403 SERVER_FORBIDDEN -
            bob POST /1.3/server/{server}/stop 403 SERVER_FORBIDDEN -
            bob POST /1.3/server/{server}/start 403 SERVER_FORBIDDEN -
            bob POST /1.3/server/{server}/restart 403 SERVER_FORBIDDEN -
            bob PUT /1.3/server/{server} 403 SERVER_FORBIDDEN {"server":{"title":"mine"}}
            bob DELETE /1.3/server/{server} 403 SERVER_FORBIDDEN -
            bob GET /v1/servers/{server}/access 403 server-forbidden -
            ada GET /v1/servers/{foreign}/access 404 server-not-found -
            ada GET /v1/servers/moon/access 400 server-invalid -
            ada DELETE /1.3/server/{server} 409 SERVER_STATE_ILLEGAL -
            ada DELETE /1.3/server/{foreign} 404 SERVER_NOT_FOUND -
            ada POST /1.3/server/{foreign}/stop 404 SERVER_NOT_FOUND -
            ada POST /1.3/server/{server}/stop 400 STOP_TYPE_INVALID {"stop_server":{"stop_type":"gently"}}
            ada POST /1.3/server/{server}/stop 400 TIMEOUT_INVALID {"stop_server":{"timeout":"soon"}}
            ada POST /1.3/server/{server}/restart 400 TIMEOUT_ACTION_INVALID {"restart_server":{"timeout_action":"x"}}
            ada POST /1.3/server/{server}/restart 404 HOST_NOT_FOUND {"restart_server":{"host":7}}
            ada POST /1.3/server/{server}/cancel 409 SERVER_STATE_ILLEGAL -
            ada POST /1.3/server/{server}/relocate 409 SERVER_STATE_ILLEGAL {"zone":"fi-tst1"}
            ada POST /1.3/server/{server}/moon 404 NOT_FOUND {}
            ada PUT /1.3/server/{server} 409 SERVER_STATE_ILLEGAL {"server":{"plan":"2xCPU-4GB"}}
            bob GET /1.3/server/{server}/firewall_rule 403 SERVER_FORBIDDEN -
            ada GET /1.3/server/{server}/firewall_rule/1 404 FIREWALL_RULE_NOT_FOUND -
            ada POST /1.3/server/{server}/firewall_rule 400 ACTION_MISSING {"firewall_rule":{}}
            ada PUT /1.3/server/{server}/firewall_rule 400 REQUEST_INVALID {}
            ada POST /1.3/server-group 400 TITLE_MISSING {"server_group":{}}
            bob POST /1.3/server-group 403 GROUP_FORBIDDEN {"server_group":{"title":"mine"}}
            ada GET /1.3/server-group/moon 400 GROUP_INVALID -
            ada GET /1.3/server-group/{unknown} 404 GROUP_NOT_FOUND -
            ada POST /1.3/server 400 REQUEST_INVALID -
            ada POST /1.3/server 400 REQUEST_INVALID {
            ada POST /1.3/server 400 REQUEST_INVALID {}
            ada POST /1.3/server 400 REQUEST_INVALID {"server":"web"}
            ada POST /1.3/server 400 HOSTNAME_MISSING {"server":{"title":"web","zone":"fi-hel1","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 400 HOSTNAME_INVALID {"server":{"hostname":"not a name","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 400 HOSTNAME_INVALID {"server":{"hostname":"{long}","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 400 TITLE_MISSING {"server":{"hostname":"web","zone":"fi-hel1","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 400 ZONE_MISSING {"server":{"hostname":"web","title":"web","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 404 ZONE_NOT_FOUND {"server":{"hostname":"web","title":"web","zone":"moon1","plan":"1xCPU-1GB",{disk}}}
            ada POST /1.3/server 400 STORAGE_DEVICES_MISSING {"server":{"hostname":"web","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB"}}
            ada POST /1.3/server 400 PASSWORD_DELIVERY_INVALID {"server":{"hostname":"web","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB","password_delivery":"pigeon",{disk}}}
            ada POST /1.3/server 400 SSH_KEY_INVALID {"server":{"hostname":"web","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB","login_user":{"create_password":"no","ssh_keys":{"ssh_key":["not a key"]}},{disk}}}
            ada POST /1.3/server 400 SIZE_INVALID {"server":{"hostname":"web","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB","storage_devices":{"storage_device":[{"action":"create","title":"d","size":5000}]}}}
            ada POST /1.3/server 404 STORAGE_NOT_FOUND {"server":{"hostname":"web","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB","storage_devices":{"storage_device":[{"action":"clone","storage":"{unknown-storage}","title":"d"}]}}}

            # tags
            bob POST /1.3/tag 403 TAG_FORBIDDEN {"tag":{"name":"mine"}}
            ada POST /1.3/tag 400 REQUEST_INVALID -
            ada POST /1.3/tag 400 NAME_INVALID {"tag":{"name":"not a name"}}
            ada POST /1.3/tag 400 NAME_INVALID {"tag":{"name":"{long}"}}
            ada POST /1.3/tag 409 TAG_EXISTS {"tag":{"name":"DEV"}}
            ada GET /1.3/tag/moon 404 TAG_NOT_FOUND -
            ada PUT /1.3/tag/moon 404 TAG_NOT_FOUND {"tag":{"description":"x"}}
            ada DELETE /1.3/tag/moon 404 TAG_NOT_FOUND -
            ada POST /1.3/server/{server}/tag/moon 404 TAG_NOT_FOUND -
            ada POST /1.3/server/{foreign}/tag/dev 404 SERVER_NOT_FOUND -
            bob POST /1.3/server/{server}/tag/dev 403 TAG_FORBIDDEN -

            # storages
            ada GET /1.3/storage/{unknown-storage} 404 STORAGE_NOT_FOUND -
            ada POST /1.3/storage 400 REQUEST_INVALID -
            ada POST /1.3/storage 400 SIZE_MISSING {"storage":{"zone":"fi-hel1","title":"data"}}
            ada POST /1.3/storage 400 SIZE_INVALID {"storage":{"zone":"fi-hel1","title":"data","size":"0"}}
            ada POST /1.3/storage 400 TIER_INVALID {"storage":{"zone":"fi-hel1","title":"data","size":"10","tier":"moon"}}
            ada DELETE /1.3/storage/{unknown-storage} 404 STORAGE_NOT_FOUND -
            ada DELETE /1.3/storage/{unknown-storage}?backups=some 400 BACKUP_DELETION_POLICY_INVALID -
            ada POST /1.3/storage/{unknown-storage}/clone 400 ZONE_MISSING {"storage":{}}
            ada POST /1.3/storage/{unknown-storage}/clone 404 STORAGE_NOT_FOUND {"storage":{"zone":"fi-hel1","title":"copy"}}
            ada POST /1.3/storage/{unknown-storage}/backup 404 STORAGE_NOT_FOUND {"storage":{"title":"copy"}}
            ada POST /1.3/storage/{unknown-storage}/templatize 400 STORAGE_TITLE_MISSING {"storage":{}}
            ada POST /1.3/storage/{unknown-storage}/restore 404 STORAGE_NOT_FOUND -
            ada POST /1.3/storage/{unknown-storage}/cancel 404 STORAGE_NOT_FOUND -
            ada POST /1.3/storage/{unknown-storage}/resize 404 STORAGE_NOT_FOUND -
            ada POST /1.3/storage/{unknown-storage}/favorite 404 STORAGE_NOT_FOUND -
            ada POST /1.3/storage/{unknown-storage}/import 400 REQUEST_INVALID {}
            ada GET /1.3/storage/{unknown-storage}/import 404 STORAGE_NOT_FOUND -
            ada POST /1.3/server/{server}/storage/attach 400 STORAGE_DEVICE_MISSING {}
            ada POST /1.3/server/{server}/storage/attach 404 STORAGE_NOT_FOUND {"storage_device":{"storage":"{unknown-storage}"}}
            ada POST /1.3/server/{server}/storage/detach 409 DEVICE_ADDRESS_NOT_IN_USE {"storage_device":{"address":"virtio:9"}}
            bob POST /1.3/server/{server}/storage/attach 403 SERVER_FORBIDDEN {"storage_device":{"storage":"{unknown-storage}"}}
            ada POST /1.3/server/{foreign}/storage/attach 404 SERVER_NOT_FOUND {"storage_device":{"storage":"{unknown-storage}"}}
            ada POST /1.3/server/{server}/cdrom/eject 409 DEVICE_ADDRESS_NOT_IN_USE -

            # deliveries and explanations
            ada GET /v1/deliveries?server=moon 400 server-invalid -
            ada GET /v1/deliveries/{unknown} 404 delivery-not-found -
            ada GET /v1/permissions/explain?user={eve}&target_type=server&target_identifier={server} 404 user-not-found -
            ada GET /v1/permissions/explain 400 user-invalid -
            """;

    static BadInput parse(String line) {
        String[] parts = line.split(" ", 6);
        if (parts.length != 6) {
            throw new IllegalArgumentException("six columns are wanted: " + Arrays.toString(parts));
        }
        String body = "-".equals(parts[5]) ? "" : parts[5];
        return new BadInput(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), parts[4], body);
    }

    /** The same with its words in braces replaced. */
    BadInput with(Map<String, String> words) {
        return new BadInput(caller, method, replaced(path, words), status, code, replaced(body, words));
    }

    String name() {
        return "%s %s %s: %d %s for %s"
                .formatted(caller, method, path, status, code, body.isEmpty() ? "no body" : body);
    }

    private static String replaced(String text, Map<String, String> words) {
        String result = text;
        for (var word : words.entrySet()) {
            result = result.replace(word.getKey(), word.getValue());
        }
        return result;
    }
}
