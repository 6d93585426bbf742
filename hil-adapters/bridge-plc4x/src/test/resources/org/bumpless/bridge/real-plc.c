/* A Modbus TCP controller in C on libmodbus, for several clients at once. Argument: the port, or 0 for any. It says "port N" and
   then one line for each write that took hold: function code, zero-based address, first register or bit, second register. */
#include <arpa/inet.h>
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

/* High word first; modbus_set_float_abcd of libmodbus 3.1.6 swaps the bytes in each word. */
static void set(uint16_t *at, float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  at[0] = bits >> 16;
  at[1] = bits & 0xffff;
}

static void tell(const uint8_t *query, const modbus_mapping_t *map) {
  int code = query[7], at = query[8] << 8 | query[9];
  if (code == 5 || code == 15) {
    printf("write %d %d %d 0\n", code, at, map->tab_bits[at]);
  } else if (code == 6 || code == 16) {
    printf("write %d %d %d %d\n", code, at, map->tab_registers[at], code == 16 ? map->tab_registers[at + 1] : 0);
  }
  fflush(stdout);
}

int main(int count, char **words) {
  modbus_t *modbus = modbus_new_tcp("127.0.0.1", count > 1 ? atoi(words[1]) : 0);
  modbus_mapping_t *map = modbus_mapping_new(16, 16, 64, 64);
  int listener = modbus_tcp_listen(modbus, 8);
  if (listener < 0 || !map) {
    return 1;
  }
  struct sockaddr_in own;
  socklen_t size = sizeof own;
  getsockname(listener, (struct sockaddr *) &own, &size);
  set(map->tab_registers, 50.0f);          /* SP, holding 0 */
  map->tab_registers[2] = 1;               /* MODE, holding 2 */
  set(map->tab_input_registers, 42.5f);    /* PV, input 0 */
  map->tab_bits[0] = 1;                    /* LOCK, coil 0 */
  printf("port %d\n", ntohs(own.sin_port));
  fflush(stdout);
  fd_set open;
  FD_ZERO(&open);
  FD_SET(listener, &open);
  int highest = listener;
  for (;;) {
    fd_set ready = open;
    if (select(highest + 1, &ready, NULL, NULL, NULL) < 0) {
      return 1;
    }
    for (int fd = 0; fd <= highest; fd++) {
      if (!FD_ISSET(fd, &ready)) {
        continue;
      }
      if (fd == listener) {
        int client = accept(listener, NULL, NULL);
        if (client >= 0) {
          FD_SET(client, &open);
          highest = client > highest ? client : highest;
        }
        continue;
      }
      uint8_t query[MODBUS_TCP_MAX_ADU_LENGTH];
      modbus_set_socket(modbus, fd);
      int length = modbus_receive(modbus, query);
      if (length < 0) {
        close(fd);
        FD_CLR(fd, &open);
      } else if (length > 0) {
        modbus_reply(modbus, query, length, map);
        tell(query, map);
      }
    }
  }
}
