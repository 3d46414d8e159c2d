// The part of OpenSSL's libcrypto that releases need: message digests (SHA-256) by the EVP interface.
#include <openssl/evp.h>
